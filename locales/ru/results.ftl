# Результаты.
result-head =
    <b>{ $title }</b>
    { $date }
result-overall =
    Общий дефицит: <b>{ $overall }</b> (чем меньше, тем лучше)

result-lines = { $lines }
result-level = { $sign } <b>{ $level }</b>
result-line = <b>{ $percent }</b> · { $block }{ $change }
result-change = ({ $delta })
result-before =
    В скобках — изменение с { $before }, в процентных пунктах.
result-gaps =
    Ответов «{ $gap }»: { $gaps }. Эти темы стоит обсудить с методистом.
result-strengths =
    { $strong ->
        [1] Ваша сильная сторона
       *[other] Ваши сильные стороны
    }: { $strengths }. Здесь вы можете помогать коллегам.
result-insufficient =
    «{ $insufficient_title }» — слишком много пунктов отмечено «не относится ко мне».
result-all-good =
    Заметных дефицитов нет. Ваш опыт может пригодиться коллегам.
result-events =
    По вашим темам скоро будут события — выберите тему ниже.
result-events-about = { $title }: { $count }
result-blocks = Что делать дальше
result-outro = { $outro }
result-chart = Диаграмма
result-document = Документ Word
result-history = Все результаты
to-result = ‹ К результату
chart-coming = Рисую диаграмму…
document-coming = Готовлю документ…
chart-caption = Ваш результат. Картинку можно сохранить или переслать.
document-caption = Ваш результат с советами. Его можно распечатать или обсудить с методистом.

block-head =
    { $sign } <b>{ $block }</b>
    { $percent } · { $level }. Направление { $number } из { $blocks }.
block-head-insufficient =
    { $sign } <b>{ $block }</b>
    Направление { $number } из { $blocks }.
block-insufficient =
    Отвечено { $answered } из { $total }: этого мало, чтобы судить.
block-strength =
    Это ваша сильная сторона: вы можете быть консультантом или наставником.
block-advice =
    { $advice }
block-gaps =
    <b>Ответы «{ $gap }»</b>
    { $gaps }
block-recommendations =
    <b>Что можно сделать</b>
    { $recommendations }
block-topics =
    <b>О чём поговорить с методистом</b>
    { $topics }
block-events =
    По этой теме скоро будут события, на которые можно записаться.
block-events-about = События по теме: { $count }
recommendation = • <i>{ $vector }.</i> { $text }

history-text =
    <b>Ваши самооценки: { $count }</b>
    Нажмите, чтобы открыть.
history-empty = Здесь появятся ваши результаты. Пока ни одна самооценка не закончена.
history-item = { $date } · { $overall }
history-compare = Сравнить два результата
compare-head =
    <b>Что изменилось</b>
    Было: { $before }
    Стало: { $after }
    Меньше — лучше.

compare-overall = Общий дефицит: { $was } → { $is } (<b>{ $by }</b>)
compare-lines = { $lines }
compare-line = { $block }: { $before } → { $now } (<b>{ $delta }</b>)
compare-nothing = У этих самооценок разные направления, поэтому сравнить их по строкам нельзя.
compare-before = Сменить «Было»
compare-after = Сменить «Стало»
compare-pick = Выберите результат для сравнения.

zone-none = Не выявлен
zone-partial = Частичный
zone-pronounced = Выраженный
chart-axis = Дефицит, %: чем короче полоса, тем лучше
chart-previous = прошлый раз, { $date }

document-date = Дата
document-summary = Общий дефицит: { $overall }. Чем меньше, тем лучше.
document-blocks = По направлениям
document-block = Направление
document-percent = Дефицит
document-level = Уровень
document-change = Изменение, п. п.
document-gaps = Ответы «{ $gap }»
document-recommendations = Что можно сделать
document-topics = О чём поговорить с методистом
document-strengths = Сильные стороны
document-requests = Пожелания
document-footer = Самооценка, а не аттестация. { $service }
document-file = Самооценка { $date }
