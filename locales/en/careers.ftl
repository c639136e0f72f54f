# Courses, attestation, external diagnosis.
career-head = <b>Courses and attestation</b>
career-attestation = Next attestation: { $attestation }
career-attestation-near = ⏰ Next attestation: <b>{ $attestation }</b>. Less than half a year is left: a good time to gather your materials.
career-attestation-past = ⏰ The day of the attestation has passed: { $attestation }. Give the next one or remove the date.
career-attestation-none = The day of the next attestation is not given.
career-courses =
    Courses of the last three years: { $recent }{ $recent ->
        [0] {""}
       *[other] , { $hours } h
    }
    Press a course to look at it or remove it.
career-no-courses = There are no courses yet. Add those you have finished: courses of the last three years go onto your card.
career-external =
    External diagnosis:
    { $external }
external-line = • { $title }, { $year }: { $outcome }
career-course = { $year } · { $title }
career-add = Add a course
career-set = Attestation date

career-course-card =
    <b>{ $title }</b>
    { $hours } h · finished on { $finished }
career-course-old = More than three years have passed, so cards and tables no longer show this course.
career-remove-ask = Remove this course?
career-remove = Yes, remove it
career-removed = The course is removed.

career-ask-title =
    <b>What is the course called?</b>
    Write its name as on the certificate. For example: Functional literacy in mathematics lessons.
career-draft-title = “{ $title }”
career-ask-hours =
    <b>How many hours is it?</b>
    Choose or type a number.
hours-button = { $hours } h
career-draft = “{ $title }”, { $hours } h
career-ask-finished =
    <b>When did you finish it?</b>
    Write the date. For example: 1 May 2025 or 01.05.2025.

attestation-ask =
    <b>When is your next attestation?</b>
    Write the date. For example: 15 March 2028 or 15.03.2028. I will remind you half a year ahead.
attestation-known = Given now: { $date }
attestation-clear = Remove the date

refusal-date-unclear = “{ $text }” does not look like a date. Write, for example: 1 May 2025 or 01.05.2025.
refusal-date-none = There is no such day as “{ $text }”. Check the day and the month.
refusal-course-future = This day is yet to come. Write the date on which the course ended.
refusal-course-early = Too long ago: write a date not before { $year }.
refusal-course-gone = This course has been removed already.
refusal-other-course = This is somebody else’s course, it cannot be opened.
refusal-courses-limit = There are { $limit } courses already, and no room for more. Remove old ones.
refusal-title-too-short = The name is too short. Write it in words, as in the document.
refusal-title-too-long = The name has { $length } characters, { $limit } fit. Write it shorter.
refusal-hours-number = “{ $text }” does not look like a number of hours. Write it in digits, for example: 72.
refusal-hours-range = { $hours } h is not possible. Write a number from 1 to { $limit }.
refusal-attestation-past = This day has passed. Write the date of the next attestation.
refusal-attestation-far = Too far ahead: write a date not after { $year }.
refusal-external-form = Name, year and outcome are needed, with commas between. For example: FIOKO, 2022, 64 points.
refusal-external-year = The year is from { $first } to { $last }. For example: FIOKO, 2022, 64 points.
