# Приглашения: ссылки, по которым люди получают роль.
refusal-invitation-mistyped = Ссылка приглашения неполная или с опечаткой. Откройте её нажатием или скопируйте целиком.
refusal-invitation-unknown = Такого приглашения здесь нет: оно от другого бота или удалено. Попросите новую ссылку у того, кто вас пригласил.
refusal-invitation-expired = Срок приглашения вышел. Попросите новую ссылку у того, кто вас пригласил.
refusal-invitation-used = По этому приглашению уже вошёл другой человек: оно было на одного. Попросите для себя новую ссылку.
refusal-invitation-revoked = Это приглашение отозвали. Попросите новую ссылку у того, кто вас пригласил.
refusal-invitation-school-closed = Школы из этого приглашения больше нет в списке. Попросите новую ссылку у того, кто вас пригласил.
refusal-invitation-own = Это ваше собственное приглашение, оно не потрачено. Перешлите его тому, кого приглашаете.
refusal-invitation-gone = Этого приглашения больше нет.
refusal-invitation-used-up = По этой ссылке уже вошли. Создайте новое приглашение.
refusal-invitation-once-only = Методиста и администратора можно пригласить только личной ссылкой, на одного человека.
refusal-invitation-label-long = В пометке { $length } знаков, помещается { $limit }. Напишите короче.
refusal-row-school-missing = Не указана школа.
refusal-row-school-unknown = Школы «{ $text }» нет в списке.
refusal-row-school-guess = Школы «{ $text }» нет в списке. Похожая: «{ $word }».
refusal-row-school-ambiguous = Название «{ $text }» подходит нескольким школам. Напишите полное.
refusal-row-name-missing = Не указано имя.
refusal-row-role-unknown = Роль «{ $text }» непонятна. Можно: координатор школы, руководитель школы.
refusal-row-twice = То же, что в строке { $row }.

invitation-words-coordinator = координатор, координатор школы, школьный координатор
invitation-words-head = руководитель, директор, директор школы, заведующий, заведующая

invitation-offered =
    Вас пригласили. Роль: <b>{ $role }</b>.
    Сначала — язык и несколько слов о ваших данных.
invitation-accepted = Приглашение принято. Ваша роль: <b>{ $role }</b>.
invitation-accepted-school = Приглашение принято. Ваша школа: <b>{ $school }</b>.
invitation-accepted-elsewhere = Приглашение принято. В профиле у вас указана другая школа, она осталась. Сменить её можно здесь: /profile.
invitation-again = Вы уже приняли это приглашение, всё в порядке.

invitation-state-open = действует
invitation-state-used = использовано
invitation-state-expired = срок вышел
invitation-state-revoked = отозвано

invitations-open =
    <b>Приглашения</b>
    Действующих: { $total }. Нажмите на приглашение, чтобы посмотреть, кто пришёл, или отозвать его.
invitations-all =
    <b>Все приглашения: { $total }</b>
    ● действует · ✓ использовано
    ◷ срок вышел · ✕ отозвано
invitations-none-open =
    <b>Приглашения</b>
    Действующих приглашений нет. По ссылке человек сразу получает роль, а школу ему искать не придётся.
invitations-none =
    <b>Приглашения</b>
    Приглашений ещё не было.
invitations-new = Пригласить
invitations-load = Загрузить список
invitations-show-all = Показать все
invitations-show-open = Действующие
invitations-to-list = ‹ К приглашениям

invitation-role =
    <b>Кого пригласить?</b>
    Роль человек получит сразу, как откроет ссылку и даст согласие.
invitation-school =
    <b>{ $role }: какая школа?</b>
invitation-direction =
    <b>Методист: какое направление?</b>
invitation-all-directions = Все направления
invitation-terms =
    <b>Приглашение</b>
    { $role }

    Для скольких человек ссылка и сколько дней она действует?
invitation-terms-once = Такая ссылка бывает только личной: на одного человека.
invitation-terms-label = Для кого: { $label }
invitation-terms-no-label = Можно написать пометку, для кого ссылка. Например: Петрова Анна Сергеевна.
invitation-for-one = Для одного
invitation-for-many = Для многих
invitation-days = { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}
invitation-chosen = Это уже выбрано.
invitation-drop-label = Убрать пометку
invitation-make = Создать ссылку
invitation-made = Ссылка готова: она придёт отдельным сообщением.

invitation-caption =
    <b>Приглашение. { $role }</b>
    { $link }

    Перешлите это сообщение или покажите QR-код. { $once ->
        [yes] Ссылка на одного человека, действует до { $date } включительно.
       *[no] Ссылка для многих, действует до { $date } включительно.
    }

invitation-card =
    <b>{ $role }</b>
    { $state }
invitation-card-label = Для кого: { $label }
invitation-card-once = Ссылка на одного человека, срок — до { $date } включительно.
invitation-card-many = Ссылка для многих, срок — до { $date } включительно. Пришли: { $uses }.
invitation-card-guests =
    Кто пришёл:
    { $guests }
invitation-card-lost = Показать ту же ссылку ещё раз нельзя: я её не храню. Если она потерялась, сделайте новую.
invitation-guest = • { $name }, { $date }
invitation-guest-nameless = имя ещё не указано
invitation-renew = Новая ссылка
invitation-renew-ask =
    <b>Сделать новую ссылку?</b>
    { $role }

    Условия останутся теми же, а прежняя ссылка перестанет действовать.
invitation-renew-yes = Да, новая ссылка
invitation-revoke = Отозвать
invitation-revoke-ask =
    <b>Отозвать приглашение?</b>
    { $role }

    По этой ссылке больше никто не войдёт. Кто уже пришёл, остаётся со своей ролью.
invitation-revoke-yes = Да, отозвать
invitation-revoked = Приглашение отозвано.

invitations-upload =
    <b>Личные ссылки списком</b>
    Пришлите таблицу XLSX или CSV: школа, ФИО и, если нужно, роль. В ответ — таблица со ссылкой для каждого, на { $days } { $days ->
        [one] день
        [few] дня
       *[many] дней
    }.

    Сначала я покажу, что получится. Пока вы не подтвердите, ничего не создаётся.
invitations-template = Образец таблицы
invitations-template-file = Образец — координаторы
invitations-template-caption = Заполните и пришлите сюда. На втором листе — что писать в каждом столбце.
invitations-file-coming = Готовлю таблицу, пришлю отдельным сообщением.
invitations-preview =
    <b>Что получится из таблицы</b>
    Новых ссылок: { $new }
    Взамен прежних: { $replaced }
    Строк с ошибками: { $refused }
invitations-preview-lines = { $lines }
invitations-line = Строка { $row }: { $reason }
invitations-preview-fix = Пока есть ошибки, ссылки не создаются. Исправьте таблицу и пришлите её сюда ещё раз.
invitations-preview-replaces = У этих людей уже есть личные ссылки на ту же роль: прежние перестанут действовать.
invitations-preview-ask = Каждая ссылка — на одного человека, на { $days } { $days ->
    [one] день
    [few] дня
   *[many] дней
}. Создать?
invitations-issue = Создать ссылки: { $count }
invitations-report = Отчёт по строкам
invitations-report-file = Проверка таблицы
invitations-report-caption = Что будет с каждой строкой.
invitations-plan-changed = Пока вы смотрели, список школ или приглашений изменился. Проверьте ещё раз, что получится.
invitations-made = Ссылки созданы: таблица придёт отдельным сообщением.
invitations-row-new = новая ссылка
invitations-row-replaced = ссылка взамен прежней
invitations-row-refused = ошибка
invitations-sheet = Ссылки
invitations-file = Личные ссылки
invitations-caption = Личных ссылок: { $count }. Действуют до { $date } включительно. Отправьте каждому его ссылку: второй раз показать её нельзя.
invitations-links-lost = Ссылки созданы, но таблица с ними не дошла. Пришлите тот же список ещё раз: выпустятся новые ссылки, а эти перестанут действовать.
invitations-column-school = Школа
invitations-column-name = ФИО
invitations-column-role = Роль
invitations-column-link = Личная ссылка
invitations-column-until = Действует до
invitations-column-note = Примечание
