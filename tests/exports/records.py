"""One invented record of every type that citizens find, with every field that an export reads."""

ORGANISATION = """
name: {bg: Сдружение „Пример“, tr: Örnek Derneği, en: Example Association}
summary: {bg: "Чистим реката, заедно; всяка събота.", en: We clean the river.}
aliases: [Примерът]
kind: association
area: [KRZ02]
causes: [reka]
sectors: [E10]
legal:
  founded: 2015-05-01
  identifiers: [{scheme: BG-EIK, id: "000694293"}]
contact: {email: office@primer.example, phones: ["+359 361 12345"], website: "https://primer.example"}
links: [{rel: facebook, url: "https://facebook.example/primer"}]
people:
  - name: Иван Иванов
    consent: {basis: written, scope: [name, contact], date: 2026-01-01}
    email: ivan@primer.example
locations:
  - place: KRZ02
    address: {bg: ул. „Първа“ 1}
    postcode: "6750"
    coordinates: {latitude: 41.59, longitude: 25.13}
    hours: Вторник от 10 ч.
    accessibility: Рампа
  - {place: KRZ02, address: ул. „Тайна“ 2, coordinates: {latitude: 41.58, longitude: 25.12}, visibility: area-only}
  - {place: KRZ02, address: ул. „Скрита“ 3, coordinates: {latitude: 41.57, longitude: 25.11}, visibility: hidden}
languages: [bg, tr]
services:
  - {name: Съвет, audience: Всички, cost: Безплатно, schedule: Вторник, languages: [bg]}
  - {name: Превоз, area: [KRZ02]}
verified: {date: 2026-11-01, by: primer, method: phone}
"""
CAUSE = """
name: {bg: Чиста река, en: Clean river}
question: Кой ще изчисти реката?
category: ecology
area: [KRZ02]
numbers: [{label: Торби, value: "-5,5", date: 2026-01-01}]
synonyms: {bg: [боклук, отпадъци]}
verified: {date: 2026-10-01, by: primer, method: phone}
"""
SECOND_ORGANISATION = "name: Втора\nkind: association\narea: [KRZ02]\n"
COALITION = """
name: Коалиция
causes: [reka]
convenor: primer
area: [KRZ02]
members: [{organisation: primer}, {organisation: vtora, until: 2026-01-01}]
"""
EVENT = """
name: {bg: "Среща, на реката; с чай", en: Meeting}
summary: {bg: "Елате!\\\\nНе е нов ред."}
kind: meeting
start: 2026-12-05T10:00
end: 2026-12-05T12:30
place: KRZ02
venue: {bg: Мостът, tr: Köprü}
online: https://video.example/sreshta
organisers: [primer]
causes: [reka]
area: [KRZ02]
languages: [bg]
"""
ACTION = """
name: Петиция
area: [KRZ02]
kind: petition
addressee: Общинският съвет
asks: [Контейнери]
state: won
start: 2026-03-01
deadline: 2026-06-01
organisers: [primer]
outcome: {text: Приеха., date: 2026-07-01, evidence: "https://obshtina.example/reshenie"}
"""
_UNTIL = "organisation: primer\nuntil: 2026-12-31\narea: [KRZ02]\n"
NEED = "name: Счетоводител\ndirection: need\ncategory: accounting\n" + _UNTIL
OFFER = "name: Зала\ndirection: offer\ncategory: premises\n" + _UNTIL
OPPORTUNITY = """
name: Шофьор в събота
area: [KRZ02]
organisation: primer
tasks: [Кара буса]
start: 2026-12-05T09:00
recurrence: FREQ=WEEKLY;BYDAY=SA
until: 2027-01-31
place: KRZ02
hours: Два часа
how_to_apply: Обадете се.
expenses: Горивото
"""
RESOURCE = """
name: Как се пише петиция
area: [KRZ02]
kind: guide
topics: [advocacy]
audience: [organisation]
languages: [bg]
licence: CC BY 4.0
link: https://primer.example/petitsia
"""
STUDY = """
name: Какво мислят хората
area: [KRZ02]
kind: survey
team: [primer]
causes: [reka]
fieldwork: {start: 2026-02-01, end: 2026-02-20}
population: Жителите
sample: {size: 100, method: Случайно}
questions: [{id: q1, text: Доволни ли сте?, answers: [{text: Да, count: 40}, {text: Не, count: 60}]}]
findings: Не са.
limitations: Малко хора.
"""
ALL = {
    "organisations/primer": ORGANISATION,
    "organisations/vtora": SECOND_ORGANISATION,
    "causes/reka": CAUSE,
    "coalitions/koalitsia": COALITION,
    "events/sreshta": EVENT,
    "actions/petitsia": ACTION,
    "needs/schetovoditel": NEED,
    "needs/zala": OFFER,
    "opportunities/shofyor": OPPORTUNITY,
    "resources/petitsia-kak": RESOURCE,
    "studies/mnenie": STUDY,
}
