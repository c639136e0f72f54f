# Самооценка.
assessment-title = <b>{ $title }</b>
assessment-about =
    { $intro }
assessment-intro =
    { $items } { $items ->
        [one] пункт
        [few] пункта
       *[many] пунктов
    } по { $blocks } { $blocks ->
        [one] направлению
       *[many] направлениям
    }, около { $minutes } { $minutes ->
        [one] минуты
       *[many] минут
    }. Каждый ответ сохраняется сразу.
assessment-privacy =
    Личный результат видите вы и методист, остальные — только общие цифры.
assessment-early =
    Прошлый раз — { $last }; до { $early_until } изменения обычно ещё не видны, но пройти снова можно и сейчас.
assessment-open =
    Вы начали { $started }, пройдено { $answered } из { $items }. Все ответы сохранены.
assessment-begin = Начать
assessment-continue = Продолжить
assessment-restart = Начать заново
assessment-restart-ask =
    <b>Начать заново?</b>
    Эти ответы ({ $answered } из { $items }) пропадут. Законченные самооценки останутся.
assessment-restart-yes = Да, начать заново
assessment-restart-no = Нет, оставить ответы

assessment-item =
    Пункт { $number } из { $items } { $bar }
    { $block } ({ $block_number } из { $blocks })

    <b>{ $statement }</b>

    { $hints }
assessment-hint = <i>{ $value } — { $hint }</i>
assessment-pause = Пауза
assessment-paused = Сохранено. Продолжить можно в любой день.

assessment-request =
    Пожелания: { $number } из { $requests }
    На результат не влияют.

    <b>{ $question }</b>
assessment-options = { $options }
assessment-multi =
    Можно отметить несколько.
assessment-text =
    Напишите ответ сообщением, до { $limit } знаков.
assessment-written =
    Ваш ответ: { $written }
request-confirm = Готово ›
request-skip = Пропустить ›

review-text =
    <b>Почти готово</b>
    Отвечено: { $answered } из { $items }. Пока самооценка не закончена, любой ответ можно изменить.
review-skipped =
    «{ $skip }» — { $skipped }. Верно? Чтобы ответить, нажмите номер:
    { $skipped_lines }
review-item = № { $number }
review-finish = Закончить и увидеть результат
to-review = К итогу
