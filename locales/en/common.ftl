# Common: buttons, pages, trouble.
back = ‹ Back
forward = Next ›
to-menu = Menu
page-earlier = ‹
page-number = { $page } of { $pages }
page-later = ›
bullet = • { $text }
numbered-line = { $number }. { $text }
percent = { $value }%
and-more = … and { $count } more
too-few = not enough data

problem = ⚠️ { $reason }
button-old = This button no longer works. Use the buttons of the latest message.
not-understood = I understand buttons and commands. Here is what you can do now:
crashed = Something broke on our side; your data is safe. Try again in a minute: /menu. Code for support: { $code }
file-failed = The file could not be prepared. Your result is saved: try again from “My results” — /results.

# Choosing a school on any screen.
school-list =
    Choose a school or write a part of its name.
school-list-empty =
    There are no schools in the list yet.
school-found =
    This is what “{ $query }” brought.
school-not-found =
    No school was found for “{ $query }”. Write a part of the name in another way, for example a word of it or the number.
school-whole-list = The whole list
