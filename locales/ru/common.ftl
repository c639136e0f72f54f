# Общее: кнопки, страницы, сообщения о трудностях.
back = ‹ Назад
forward = Дальше ›
to-menu = В меню
page-earlier = ‹
page-number = { $page } из { $pages }
page-later = ›
bullet = • { $text }
numbered-line = { $number }. { $text }
percent = { $value } %
and-more = … и ещё { $count }
too-few = недостаточно данных

problem = ⚠️ { $reason }
button-old = Эта кнопка уже не действует. Нажмите кнопку в последнем сообщении.
not-understood = Я понимаю кнопки и команды. Вот что можно сделать сейчас:
crashed = У нас что-то сломалось, ваши данные целы. Попробуйте ещё раз через минуту: /menu. Код для службы поддержки: { $code }
file-failed = Не получилось подготовить файл. Результат сохранён: попробуйте ещё раз из раздела «Мои результаты» — /results.
