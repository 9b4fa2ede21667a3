// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Of two things that are seen at once and have the same access key neither is reached by it. So
// every page that may stand in the table's place, with every message above it, is looked at: in
// English and in German.

#include "core/base/background.h"
#include "keptscans.h"
#include "tests/ui/opener/openerfixture.h"
#include "ui/document/expectationkeeper.h"
#include "ui/map/portmapdock.h"
#include "ui/results/resultsarea.h"
#include "ui/window/resultsdesk.h"
#include "ui/window/tablecommands.h"
#include "windowfixture.h"

#include <QComboBox>
#include <QFile>
#include <QMenuBar>
#include <QToolButton>
#include <QTranslator>

#include <algorithm>

using namespace roadstead;

namespace {

struct Part
{
    QString name;
    QStringList texts; ///< seen at the same time
};

/// The keys that two of the texts have.
QStringList clashesOf(const QStringList &texts)
{
    QHash<QString, QString> owners;
    QStringList clashes;
    for (const QString &text : texts) {
        const QString key = QKeySequence::mnemonic(text).toString();
        if (key.isEmpty())
            continue;
        if (owners.contains(key))
            clashes.append(QStringLiteral("%1: %2 / %3").arg(key, owners.value(key), text));
        owners.insert(key, text);
    }
    return clashes;
}

QStringList textsOf(const QList<MessageAction> &actions)
{
    QStringList texts;
    for (const MessageAction &action : actions)
        texts.append(action.text);
    return texts;
}

ResultsSituation finished(quint64 open, quint64 closed)
{
    ResultsSituation situation;
    situation.state = ScanState::Finished;
    situation.rows = open + closed;
    situation.counts = {};
    situation.counts[static_cast<size_t>(PortState::Open)] = open;
    situation.counts[static_cast<size_t>(PortState::Unknown)] = open;
    situation.counts[static_cast<size_t>(PortState::Closed)] = closed;
    situation.counts[static_cast<size_t>(PortState::Filtered)] = closed;
    situation.canBeSlower = true;
    return situation;
}

QList<std::pair<QString, ResultsSituation>> situations()
{
    ResultsSituation stopped = finished(0, 0);
    stopped.summary.wasStopped = true;
    ResultsSituation unresolved = finished(0, 0);
    unresolved.summary.unresolvedNames = {QStringLiteral("nowhere.example")};
    ResultsSituation removed = finished(0, 0);
    removed.removed = 3;
    ResultsSituation filtered = finished(3, 3);
    filtered.ofShownStates = 3;
    filtered.hasFilter = true;
    ResultsSituation narrowed = filtered;
    narrowed.isNarrowed = true;
    ResultsSituation onlyNarrowed = narrowed;
    onlyNarrowed.hasFilter = false;
    ResultsSituation running = finished(0, 0);
    running.state = ScanState::Scanning;
    return {{QStringLiteral("first start"), {}},
            {QStringLiteral("running"), running},
            {QStringLiteral("stopped"), stopped},
            {QStringLiteral("unresolved"), unresolved},
            {QStringLiteral("all removed"), removed},
            {QStringLiteral("filtered"), filtered},
            {QStringLiteral("filtered and narrowed"), narrowed},
            {QStringLiteral("narrowed"), onlyNarrowed},
            {QStringLiteral("nothing open"), finished(0, 3)},
            {QStringLiteral("all hidden"), finished(3, 3)}};
}

} // namespace

class TestAccessKeys final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void belongToOneThingEach_data();
    void belongToOneThingEach();
    void belongToOneThingOfKeptScans_data();
    void belongToOneThingOfKeptScans();
    void belongToTheFirstMessageOnly();

private:
    void use(const QString &language);
    [[nodiscard]] QStringList fixedTexts() const;
    [[nodiscard]] QList<Part> pages() const;
    /// What the window says, each once.
    void sayEverything();
    void take();
    void sayOfKeptScans();
    void sayOfTheScan();
    void sayOfRows();
    void sayOfExpectations();
    void failToExport();
    void failToOpen();
    void compareAll() const;

    QTemporaryDir m_folder;
    QTranslator m_translator;
    QList<Part> m_messages;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestAccessKeys::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_messages.clear();
}

void TestAccessKeys::cleanup()
{
    m_fixture.reset();
    QCoreApplication::removeTranslator(&m_translator);
    waitForBackground();
}

/// With all that may be seen at once: a list of hosts, details, the port map.
void TestAccessKeys::use(const QString &language)
{
    QVERIFY(m_translator.load(QStringLiteral(":/i18n/roadstead_") + language));
    QCoreApplication::installTranslator(&m_translator);
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    m_fixture->action("viewHosts")->trigger();
    m_fixture->action("details")->setChecked(true);
    m_fixture->action("portMap")->setChecked(true);
}

/// Whatever the results are.
QStringList TestAccessKeys::fixedTexts() const
{
    QStringList texts;
    const auto *messages = m_fixture->messages();
    const auto *page = m_fixture->child<EmptyPage>("emptyPage");
    for (const QAction *menu : m_fixture->window.menuBar()->actions())
        texts.append(menu->text());
    for (const auto *label : m_fixture->window.findChildren<QLabel *>()) {
        if (label->isVisible() && label->buddy() != nullptr)
            texts.append(label->text());
    }
    for (const auto *button : m_fixture->window.findChildren<QAbstractButton *>()) {
        const bool isFixed = !messages->isAncestorOf(button) && !page->isAncestorOf(button);
        if (isFixed && button->isVisibleTo(&m_fixture->window))
            texts.append(button->text());
    }
    return texts;
}

QList<Part> TestAccessKeys::pages() const
{
    QList<Part> pages;
    auto *area = m_fixture->child<ResultsArea>("resultsArea");
    for (const auto &[name, situation] : situations()) {
        area->setSituation(situation);
        pages.append({name, textsOf(m_fixture->child<EmptyPage>("emptyPage")->content().actions)});
    }
    return pages;
}

/// The message that was posted last, once something can be done about it, and away with it.
void TestAccessKeys::take()
{
    const MessageBar *bar = m_fixture->messages();
    QTRY_VERIFY(!bar->messages().isEmpty() && !bar->messages().first().actions.isEmpty());
    const Message message = bar->messages().first();
    m_messages.append({message.text, textsOf(message.actions)});
    m_fixture->messages()->dismiss(message.id);
}

/// What earlier runs left, and what is opened.
void TestAccessKeys::sayOfKeptScans()
{
    const ScanShelf &shelf = m_fixture->shelf;
    QCOMPARE(shelf.prepare(), QString());
    const QString unfinished = keep(shelf, interruptedScan());
    m_fixture->window.lookAtShelf();
    const auto *bar = m_fixture->messages();
    QTRY_VERIFY(!bar->messages().isEmpty());
    const auto discard = bar->messages().first().actions.at(1).run;
    take();
    discard();
    take();
    m_fixture->window.openFile(unfinished);
    take(); // which can be continued
    m_fixture->action("clearResults")->trigger();
    QVERIFY(!removeScanFile(unfinished));
    const QString list = m_folder.filePath(QStringLiteral("list.json"));
    QFile masscan(list);
    QVERIFY(masscan.open(QIODevice::WriteOnly));
    masscan.write(R"([{"ip": "10.0.0.1", "timestamp": "1769860800", "ports": [)"
                  R"({"port": 22, "proto": "tcp", "status": "open", "reason": "syn-ack"}]}])");
    masscan.close();
    m_fixture->window.openFile(list);
    take(); // which is no scan file
    m_fixture->action("clearResults")->trigger();
    const QString old = keep(shelf, oldScan());
    m_fixture->window.lookAtShelf();
    take(); // which is to be deleted
    QVERIFY(!removeScanFile(old));
    QCOMPARE(m_messages.size(), 5);
}

void TestAccessKeys::sayOfTheScan()
{
    m_fixture->window.setTargets(QStringLiteral("127.0.0.0/15"));
    m_fixture->window.setPorts(QStringLiteral("1-1000"));
    m_fixture->window.startScan();
    take();
    emit m_fixture->window.findChild<ResultsDesk *>()->excludeWanted(QStringLiteral("10.0.0.1"));
    take();
    emit m_fixture->engine.stateChanged(ScanState::Scanning);
    emit m_fixture->engine.noticed({ScanNoticeCode::NameNotResolved, QStringLiteral("x"), 1});
    take();
    emit m_fixture->engine.noticed({ScanNoticeCode::NetworkChanged, {}, 0});
    take();
    emit m_fixture->engine.noticed({ScanNoticeCode::HostDown, QStringLiteral("127.0.0.9"), 0});
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    emit m_fixture->engine.finished({});
    take();
}

void TestAccessKeys::sayOfRows()
{
    QList<std::pair<quint16, PortState>> ports{{quint16(9), PortState::Closed}};
    for (int port = 1'000; port < 2'500; ++port)
        ports.append({static_cast<quint16>(port), PortState::Open});
    emit m_fixture->engine.resultsReady(batchOf(ports));
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1'500);
    m_fixture->table()->selectAll();
    m_fixture->action("copy")->trigger();
    take(); // which can be cancelled
    m_fixture->window.findChild<TableCommands *>()->setMostCopied(1'200);
    m_fixture->action("copy")->trigger();
    take(); // which are too many
    m_fixture->table()->clearSelection();
    emit m_fixture->window.findChild<PortMapDock *>()->portActivated(9);
    take(); // which is hidden
}

/// What cannot be kept, and what is otherwise.
void TestAccessKeys::sayOfExpectations()
{
    QFile book(m_folder.filePath(QStringLiteral("expectations.txt")));
    QVERIFY(book.open(QIODevice::WriteOnly) && book.write("damaged") > 0);
    book.close();
    m_fixture->window.findChild<ExpectationKeeper *>()->mark({{Address::fromIpv4(0x7f00'0001), 9}},
                                                             Expectation::Open);
    take();
    take();
    QVERIFY(book.remove());
}

void TestAccessKeys::failToExport()
{
    m_fixture->window.setNextFileName(m_folder.filePath(QStringLiteral("nowhere/all.csv")));
    m_fixture->action("exportCsv")->trigger();
    QTest::mouseClick(m_fixture->child<QPushButton>("exportAccept"), Qt::LeftButton);
    take();
}

void TestAccessKeys::failToOpen()
{
    FakeLauncher launcher;
    launcher.opensUrls = false;
    OpenerFixture opener(launcher);
    opener.store.append(ResultBuilder().host(1, kRouter).open(1, 80).batch());
    opener.openWith.setRow(opener.store, 0);
    QObject::connect(&opener.openWith, &OpenWith::said, m_fixture->messages(), &MessageBar::post);
    opener.openWith.openInBrowser();
    take();
}

void TestAccessKeys::sayEverything()
{
    sayOfTheScan();
    sayOfRows();
    sayOfExpectations();
    failToExport();
    failToOpen();
    QCOMPARE(m_messages.size(), 12);
}

void TestAccessKeys::belongToOneThingEach_data()
{
    QTest::addColumn<QString>("language");
    QTest::newRow("English") << QStringLiteral("en");
    QTest::newRow("German") << QStringLiteral("de");
}

void TestAccessKeys::belongToOneThingEach()
{
    QFETCH(const QString, language);
    use(language);
    sayEverything();
    compareAll();
}

void TestAccessKeys::belongToOneThingOfKeptScans_data()
{
    belongToOneThingEach_data();
}

void TestAccessKeys::belongToOneThingOfKeptScans()
{
    QFETCH(const QString, language);
    use(language);
    sayOfKeptScans();
    compareAll();
}

/// What is always there with every page, and with every message above it.
void TestAccessKeys::compareAll() const
{
    const QStringList fixed = fixedTexts();
    QVERIFY(
        std::count_if(fixed.cbegin(), fixed.cend(),
                      [](const QString &text) { return !QKeySequence::mnemonic(text).isEmpty(); })
        >= 10); // five menus, four fields and buttons, one of the list of hosts
    QStringList clashes = clashesOf(fixed);
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
    for (const Part &page : pages()) {
        for (const QString &clash : clashesOf(fixed + page.texts))
            clashes.append(page.name + QStringLiteral(": ") + clash);
        for (const Part &message : m_messages) {
            for (const QString &clash : clashesOf(fixed + page.texts + message.texts))
                clashes.append(page.name + u'/' + message.name + QStringLiteral(": ") + clash);
        }
    }
    clashes.removeDuplicates();
    QVERIFY2(clashes.isEmpty(), qPrintable(clashes.join(u'\n')));
}

/// Others are seen only when all are unfolded.
void TestAccessKeys::belongToTheFirstMessageOnly()
{
    use(QStringLiteral("en"));
    MessageBar *bar = m_fixture->messages();
    for (const char *id : {"one", "two"})
        bar->post({.id = QLatin1String(id),
                   .level = MessageLevel::Information,
                   .text = QLatin1String(id),
                   .actions = {{QStringLiteral("&Go"), [] {}}}});
    QTest::mouseClick(m_fixture->child<QToolButton>("moreMessages"), Qt::LeftButton);
    const auto texts = [bar] {
        QStringList seen;
        for (const auto *button : bar->findChildren<QPushButton *>()) {
            if (button->isVisible())
                seen.append(button->text());
        }
        return seen;
    };
    QTRY_COMPARE(texts(), (QStringList{QStringLiteral("&Go"), QStringLiteral("Go")}));
}

QTEST_MAIN(TestAccessKeys)
#include "tst_accesskeys.moc"
