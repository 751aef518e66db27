# Средище: two commands do everything, `make site` and `make test`. `make help` lists the rest.
# What a command needs is installed by it, once, into .venv and node_modules (plugins/setup).

PYTHON3 ?= python3
NO_PYTHON := Нужен е Python 3.11 или по-нов. / Python 3.11 veya daha yenisi gerekli. / Python 3.11 or newer is needed.
SETUP := command -v $(PYTHON3) >/dev/null || { echo "$(NO_PYTHON)" >&2; exit 1; }; $(PYTHON3) -m plugins.setup
PYTHON := .venv/bin/python
LINT := PATH="$(CURDIR)/.venv/bin:$(CURDIR)/node_modules/.bin:$$PATH"
REGION ?=
FORMAT ?= text
TYPE ?= organisation
ID ?=
RECORDS ?= tests/corpus/full data/causes data/coalitions data/events data/organisations data/opportunities data/needs data/actions
ACCEPTANCE ?=
TREEBANK ?=
FILE ?=
EXHIBITION ?=
MAPPING ?=
OVERRIDE ?=
WRITE ?=
FROM ?=
NAME ?=

.DEFAULT_GOAL := help
.PHONY: site serve check fix new copy translated fmt schemas test lint acceptance bench bench-search bench-objects bench-check damage gallery print import lock clean help

## bg: изгражда сайтовете в output/; само един: make site REGION=vratsa
## tr: siteleri output/ içine kurar; yalnızca biri: make site REGION=vratsa
## en: builds the sites into output/; one only: make site REGION=vratsa
site:
	@$(SETUP) site
	@$(PYTHON) -m plugins.site build $(REGION)

## bg: показва готовите сайтове на този компютър
## tr: kurulan siteleri bu bilgisayarda gösterir
## en: shows the built sites on this machine
serve:
	@$(SETUP) site
	@$(PYTHON) -m plugins.site serve

## bg: проверява записите и изложбите, без да изгражда нищо
## tr: hiçbir şey kurmadan kayıtları ve sergileri denetler
## en: checks the records and the exhibitions, and builds nothing
check:
	@$(SETUP) site
	@$(PYTHON) -m plugins.editing check --format $(FORMAT)

## bg: поправя в записите каквото е безопасно да се поправи
## tr: kayıtlarda güvenle düzeltilebilecek olanı düzeltir
## en: repairs in the records what is safe to repair
fix:
	@$(SETUP) site
	@$(PYTHON) -m plugins.editing fix

## bg: пита за нов запис и пише файла му: make new TYPE=organisation
## tr: yeni kayıt için sorar ve dosyasını yazar: make new TYPE=organisation
## en: asks for a new record and writes its file: make new TYPE=organisation
new:
	@$(SETUP) site
	@$(PYTHON) -m plugins.editing new $(TYPE)

## bg: подрежда интервалите в записите, без да променя друго; не е задължително
## tr: kayıtlardaki boşlukları düzenler, başka bir şeyi değiştirmez; isteğe bağlıdır
## en: sets the spaces in the records and changes nothing else; optional
fmt:
	@$(SETUP) site
	@$(PYTHON) -m plugins.editing fmt

## bg: отбелязва, че преводите на запис съответстват на българския текст: make translated ID=zeleni-rodopi
## tr: bir kaydın çevirilerinin Bulgarca metinle örtüştüğünü işaretler: make translated ID=zeleni-rodopi
## en: marks the translations of a record as agreeing with the Bulgarian text: make translated ID=zeleni-rodopi
translated:
	@$(SETUP) site
	@$(PYTHON) -m plugins.editing translated $(ID) $(if $(TRANSLATION),--lang $(TRANSLATION))

## bg: копира отворените данни на друга област: make copy FROM=папка NAME=shumen
## tr: başka bir bölgenin açık verisini kopyalar: make copy FROM=klasör NAME=shumen
## en: copies the open data of a region elsewhere: make copy FROM=folder NAME=shumen
copy:
	@$(SETUP) site
	@$(PYTHON) -m plugins.federation "$(FROM)" --name "$(NAME)"

## bg: обновява схемите и описанието на полетата от модела
## tr: şemaları ve alanların açıklamasını modelden yeniler
## en: renews the schemas and the dictionary of the fields from the model
schemas:
	@$(SETUP) site
	@$(PYTHON) -m plugins.editing schemas

## bg: пуска всички тестове, с браузър
## tr: tarayıcıyla birlikte bütün testleri çalıştırır
## en: runs all the tests, with a browser
test:
	@$(SETUP) test
	@$(PYTHON) -m pytest -n auto --dist loadfile

## bg: проверява кода, шаблоните, стиловете и скриптовете
## tr: kodu, şablonları, biçemleri ve betikleri denetler
## en: checks the code, the templates, the styles and the scripts
lint:
	@$(SETUP) test
	@$(LINT) ruff format --check
	@$(LINT) ruff check
	@$(LINT) mypy
	@$(LINT) djlint --lint theme
	@$(LINT) stylelint "theme/**/*.css"
	@$(LINT) tsc
	@$(PYTHON) -m pytest -q tests/test_floors.py tests/test_templates.py

## bg: проверява с външни данни: make acceptance ACCEPTANCE=папка
## tr: dış verilerle denetler: make acceptance ACCEPTANCE=klasör
## en: checks with data from outside: make acceptance ACCEPTANCE=folder
acceptance:
	@$(SETUP) test
	@$(PYTHON) -m pytest tests/acceptance --acceptance="$(ACCEPTANCE)" -n auto --dist loadfile

## bg: измерва изграждането до Hugo върху същите страници; и чужди данни: make bench ACCEPTANCE=папка
## tr: kurulumu aynı sayfalarda Hugo ile yan yana ölçer; dış verilerle de: make bench ACCEPTANCE=klasör
## en: measures the build beside Hugo on the same pages; data from outside too: make bench ACCEPTANCE=folder
bench:
	@$(SETUP) bench
	@$(PYTHON) -m tests.bench $(if $(ACCEPTANCE),--acceptance="$(ACCEPTANCE)")

## bg: измерва търсенето; с TREEBANK=папка и ACCEPTANCE=папка – и върху външни данни
## tr: aramayı ölçer; TREEBANK=klasör ve ACCEPTANCE=klasör ile dış verilerle de
## en: measures the search; with TREEBANK=folder and ACCEPTANCE=folder also on data from outside
bench-search:
	@$(SETUP) bench-search
	@$(PYTHON) -m tests.bench.search --treebank "$(TREEBANK)" --acceptance "$(ACCEPTANCE)"

## bg: измерва проверката върху външни записи: make bench-check ACCEPTANCE=папка
## tr: denetimi dış kayıtlarda ölçer: make bench-check ACCEPTANCE=klasör
## en: measures the check over records from outside: make bench-check ACCEPTANCE=folder
bench-check:
	@$(SETUP) bench
	@$(PYTHON) -m tests.bench.check "$(ACCEPTANCE)"

## bg: поврежда всеки байт на записи и проверява обяснението: make damage RECORDS="tests/corpus/full data/causes"
## tr: kayıtların her baytını bozar ve açıklamayı denetler: make damage RECORDS="tests/corpus/full data/causes"
## en: damages every byte of records and looks at what is said of it: make damage RECORDS="tests/corpus/full data/causes"
damage:
	@$(SETUP) test
	@$(PYTHON) -m tests.records.mutations $(RECORDS)

## bg: измерва изграждането на изложба с много предмети
## tr: çok nesneli bir serginin kurulumunu ölçer
## en: measures the build of an exhibition with many objects
bench-objects:
	@$(SETUP) test
	@$(PYTHON) -m tests.bench.objects

## bg: изгражда галерия на компонентите в output/gallery/
## tr: bileşen galerisini output/gallery/ içine kurar
## en: builds the gallery of the components into output/gallery/
gallery:
	@$(SETUP) site
	@$(PYTHON) -m plugins.site gallery

## bg: прави PDF за печат от таблата на изложбите в output/ и ги предлага на сайтовете; само един: make print REGION=vratsa
## tr: output/ içindeki sergi panolarından baskı için PDF yapar ve sitelerde sunar; yalnızca biri: make print REGION=vratsa
## en: makes PDF files for the printer from the exhibition panels in output/ and offers them on the sites; one only: make print REGION=vratsa
print:
	@$(SETUP) print
	@$(PYTHON) -m plugins.exhibitions $(REGION)
	@$(PYTHON) -m plugins.site build $(REGION)

## bg: внася предмети от CSV в изложба, първо на проба: make import FILE=предмети.csv EXHIBITION=id OVERRIDE=още.csv WRITE=yes
## tr: bir CSV'deki nesneleri sergiye aktarır, önce deneme: make import FILE=nesneler.csv EXHIBITION=id OVERRIDE=ek.csv WRITE=yes
## en: imports objects of a CSV into an exhibition, first as a trial: make import FILE=objects.csv EXHIBITION=id OVERRIDE=more.csv WRITE=yes
import:
	@$(SETUP) site
	@$(PYTHON) -m plugins.exhibitions.importing "$(FILE)" "$(EXHIBITION)" $(if $(MAPPING),--mapping "$(MAPPING)") $(if $(OVERRIDE),--override "$(OVERRIDE)") $(if $(WRITE),--write)

## bg: обновява заключените версии на пакетите
## tr: paketlerin kilitli sürümlerini yeniler
## en: renews the locked versions of the packages
lock:
	@$(SETUP) lock

## bg: изтрива всичко изградено и инсталирано
## tr: kurulan ve yüklenen her şeyi siler
## en: removes everything that was built or installed
clean:
	rm -rf output .venv node_modules .cache .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find plugins tests theme pelicanconf.py publishconf.py -name __pycache__ -prune -exec rm -rf {} +

## bg: показва този списък
## tr: bu listeyi gösterir
## en: shows this list
help:
	@$(SETUP) help
