# Приветствие, согласие, меню, справка, команды.
welcome =
    Здравствуйте! Это бот методической службы для педагогов — { $service }. Он помогает увидеть, где вам нужна поддержка, а где вы сильны.
    Выберите язык.
language-ru = Русский
language-en = English
language-ask = На каком языке вам удобнее?

consent-ask =
    { $renewed ->
        [yes] Документ о согласии обновился. Прочитайте его, пожалуйста, ещё раз.
       *[no] Прежде чем начать — о ваших данных.
    }

    <b>{ $title }</b>

    { $body }
consent-yes = Согласен / согласна
consent-no = Не сейчас
consent-back = Вернуться к согласию
consent-declined = Хорошо. Я ничего не сохранил. Если передумаете, нажмите кнопку ниже или отправьте /start.
consent-declined-known = Хорошо. Без согласия с новой редакцией я не могу продолжить. Ваши прежние данные не тронуты; чтобы удалить их, отправьте /forget.

menu-hello =
    Здравствуйте, { $name }!
    { $service } · { $place }
menu-hello-nameless =
    Здравствуйте!
    { $service } · { $place }
menu-role = Вы — { $role }{ $more ->
    [0] .
    [one] {""} и ещё { $more } роль.
    [few] {""} и ещё { $more } роли.
   *[many] {""} и ещё { $more } ролей.
}
menu-role-somewhere = Вы — { $role }, { $scope }{ $more ->
    [0] .
    [one] {""} и ещё { $more } роль.
    [few] {""} и ещё { $more } роли.
   *[many] {""} и ещё { $more } ролей.
}
menu-first =
    Начните с самооценки: { $items } { $items ->
        [one] пункт
        [few] пункта
       *[many] пунктов
    }, около { $minutes } { $minutes ->
        [one] минуты
       *[many] минут
    }. Прерваться можно в любой момент.
menu-open =
    Самооценка начата: пройдено { $answered } из { $items }. Все ответы сохранены.
menu-no-position =
    Самооценка откроется, когда вы укажете в профиле должность.
menu-continue = Продолжить самооценку ({ $answered } из { $items })
menu-assess = Пройти самооценку
menu-next =
    Ваше ближайшее событие: «{ $next }», { $when }.
menu-next-waits =
    Вы в листе ожидания: «{ $next }», { $when }.
menu-check-in = Отметиться: { $on_title }
menu-results = Результаты: { $results }
menu-events = { $coming ->
    [0] События
   *[other] События: { $coming }
}
menu-event-desk = Вести события
menu-broadcasts = Рассылки
menu-queue = Заявки: { $waiting }
menu-requests = { $asked ->
    [0] Запросы
   *[other] Запросы: { $asked }
}
menu-recommendations = { $recommended ->
    [0] Рекомендации
   *[other] Рекомендации: { $recommended }
}
menu-advice = Рекомендации
menu-monitoring = Мониторинг
menu-indicators = Показатели
menu-find =
    Чтобы найти человека, напишите здесь его фамилию.
menu-people-of-school = Люди школы
menu-people = Люди
menu-schools = Школы
menu-invitations = Приглашения
menu-roles = Роли
menu-admin = Управление
menu-statistics = Статистика
menu-profile = Мой профиль
menu-help = Помощь
menu-language = English

card-description =
    Бот методической службы для педагогов и руководителей школ ({ $service }).

    Самооценка по пунктам, понятный результат, советы и сравнение с прошлым разом. Прерваться можно в любой момент: ответы сохраняются сразу.
card-about = Помощник педагога: самооценка, результат и следующий шаг. { $service }

