// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/ui/opener/openerfixture.h"
#include "ui/opener/commandsdialog.h"

#include <QTest>

#include <memory>

using namespace roadstead;

namespace {

OpenerTemplate viewer()
{
    return {.name = QStringLiteral("View & see"),
            .program = QStringLiteral("viewer"),
            .arguments = {QStringLiteral("{address}:{port}"), QStringLiteral("{name}")},
            .ports = QStringLiteral("http*"),
            .isInTerminal = false};
}

QStringList textsOf(const QList<QAction *> &actions)
{
    QStringList texts;
    for (const QAction *action : actions) {
        if (!action->isSeparator())
            texts.append(action->text());
    }
    return texts;
}

} // namespace

class TestOpenWith final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }
    void offersNothingWithoutARow();
    void offersWhatFitsTheRow();
    void startsCommands();
    void opensWebPages();
    void opensOpenWebPagesByEnter();
    void saysWhyNothingCanBeOpened();
    void saysWhatFailed_data();
    void saysWhatFailed();
    void startsNothingForARowThatIsGone();
    void leavesDamagedCommandsOut();
    void opensOneListOfCommands();
    void opensOneListForAllWindows();

private:
    std::unique_ptr<FakeLauncher> m_launcher;
    std::unique_ptr<OpenerFixture> m_window;
};

void TestOpenWith::init()
{
    m_launcher = std::make_unique<FakeLauncher>();
    m_window = std::make_unique<OpenerFixture>(*m_launcher);
    m_window->store.append(ResultBuilder()
                               .host(1, kRouter, {QStringLiteral("router.lan")})
                               .host(2, Address::fromIpv6(0xfe80'0000'0000'0000, 1, 1))
                               .open(1, 22) // 0
                               .open(1, 80) // 1
                               .open(1, 5'000) // 2
                               .closed(1, 443) // 3
                               .open(2, 80) // 4
                               .open(2, 2'222) // 5
                               .banner("SSH-2.0-x")
                               .batch());
    m_window->setOwn({viewer()});
}

void TestOpenWith::offersNothingWithoutARow()
{
    QCOMPARE(textsOf(m_window->actions()),
             (QStringList{QStringLiteral("Open in &browser"), QStringLiteral("Edit co&mmands…")}));
    QVERIFY(!m_window->openWith.browserAction()->isEnabled());
    QVERIFY(!m_window->openWith.isOnOpenWebPage());
}

void TestOpenWith::offersWhatFitsTheRow()
{
    const auto offeredFor = [this](quint32 row) {
        m_window->openWith.setRow(m_window->store, row);
        QStringList texts = textsOf(m_window->actions());
        texts.removeLast();
        texts.removeFirst();
        return texts;
    };
    QCOMPARE(offeredFor(0), QStringList{QStringLiteral("&ssh")});
    QCOMPARE(offeredFor(1), QStringList{QStringLiteral("View && see")});
    QCOMPARE(offeredFor(2), QStringList());
    QCOMPARE(offeredFor(3), QStringList{QStringLiteral("View && see")});
    QCOMPARE(offeredFor(5), QStringList{QStringLiteral("&ssh")});
}

void TestOpenWith::startsCommands()
{
    m_window->openWith.setRow(m_window->store, 1);
    m_window->action(QStringLiteral("View && see"))->trigger();
    m_window->openWith.setRow(m_window->store, 5);
    m_window->action(QStringLiteral("&ssh"))->trigger();
    const QList<FakeLauncher::Started> expected{
        {{QStringLiteral("viewer"), QStringLiteral("192.168.1.1:80"), QStringLiteral("router.lan")},
         false},
        {{QStringLiteral("ssh"), QStringLiteral("-p"), QStringLiteral("2222"), QStringLiteral("--"),
          QStringLiteral("fe80::1%1")},
         true}};
    QCOMPARE(m_launcher->started, expected);
    QCOMPARE(m_window->said, QStringList());
}

void TestOpenWith::opensWebPages()
{
    m_window->openWith.setRow(m_window->store, 3);
    QVERIFY(m_window->openWith.browserAction()->isEnabled());
    m_window->openWith.browserAction()->trigger();
    QCOMPARE(m_launcher->urls, QList<QUrl>{QUrl(QStringLiteral("https://192.168.1.1/"))});
}

void TestOpenWith::opensOpenWebPagesByEnter()
{
    for (const auto &[row, expected] :
         {std::pair(0U, false), std::pair(1U, true), std::pair(3U, false), std::pair(4U, false)}) {
        m_window->openWith.setRow(m_window->store, row);
        QCOMPARE(m_window->openWith.isOnOpenWebPage(), expected);
    }
}

void TestOpenWith::saysWhyNothingCanBeOpened()
{
    m_window->openWith.setRow(m_window->store, 4);
    QVERIFY(!m_window->openWith.browserAction()->isEnabled());
    QVERIFY(m_window->openWith.browserAction()->toolTip().contains(QStringLiteral("browser")));
    const QAction *named = m_window->action(QStringLiteral("View && see"));
    QVERIFY(!named->isEnabled());
    QVERIFY(named->toolTip().contains(QStringLiteral("not given by name")));
    m_window->openWith.openInBrowser();
    QCOMPARE(m_launcher->urls, QList<QUrl>());
    QCOMPARE(m_window->said.size(), 1);
}

void TestOpenWith::saysWhatFailed_data()
{
    QTest::addColumn<int>("outcome");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, LaunchOutcome outcome, const char *sentence) {
        QTest::newRow(name) << static_cast<int>(outcome) << QString::fromUtf8(sentence);
    };
    row("not found", LaunchOutcome::ProgramNotFound,
        "There is no program “viewer” on this computer.");
    row("no terminal", LaunchOutcome::NoTerminal,
        "“viewer” needs a terminal, and none was found on this computer.");
    row("failed", LaunchOutcome::Failed, "“viewer” could not be started.");
}

void TestOpenWith::saysWhatFailed()
{
    QFETCH(int, outcome);
    QFETCH(QString, sentence);
    m_launcher->outcome = static_cast<LaunchOutcome>(outcome);
    m_launcher->opensUrls = false;
    m_window->openWith.setRow(m_window->store, 1);
    m_window->action(QStringLiteral("View && see"))->trigger();
    QCOMPARE(m_window->said, QStringList{sentence});
    m_window->openWith.openInBrowser();
    QCOMPARE(m_window->said.last(),
             QStringLiteral("No browser could be started for http://192.168.1.1/."));
}

void TestOpenWith::startsNothingForARowThatIsGone()
{
    m_window->openWith.setRow(m_window->store, 1);
    QAction *late = m_window->openWith.browserAction();
    m_window->openWith.clearRow();
    m_window->openWith.openInBrowser();
    QVERIFY(!late->isEnabled());
    QCOMPARE(m_launcher->urls, QList<QUrl>());
}

void TestOpenWith::leavesDamagedCommandsOut()
{
    OpenerTemplate damaged = viewer();
    damaged.program = QStringLiteral("{name}");
    OpenerTemplate second = viewer();
    second.name = QStringLiteral("second");
    m_window->setOwn({damaged, second});
    m_window->openWith.setRow(m_window->store, 1);
    const QStringList texts = textsOf(m_window->actions());
    QCOMPARE(texts.mid(1, 1), QStringList{QStringLiteral("second")});
    QCOMPARE(texts.size(), 3);
}

void TestOpenWith::opensOneListOfCommands()
{
    m_window->action(QStringLiteral("Edit co&mmands…"))->trigger();
    m_window->openWith.editCommands();
    QCOMPARE(m_window->window.findChildren<CommandsDialog *>().size(), 1);
}

void TestOpenWith::opensOneListForAllWindows()
{
    m_window->window.show();
    m_window->openWith.editCommands();
    auto *dialog = m_window->window.findChild<CommandsDialog *>();
    QVERIFY(dialog != nullptr);
    QWidget window;
    window.show();
    OpenWith other(m_window->catalogue, m_window->settings, *m_launcher, &window);
    window.activateWindow();
    QTRY_VERIFY(window.isActiveWindow());
    other.editCommands();
    QVERIFY(window.findChild<CommandsDialog *>() == nullptr);
    QTRY_VERIFY(dialog->isActiveWindow());
    dialog->reject();
    other.editCommands();
    QVERIFY(window.findChild<CommandsDialog *>() != nullptr);
}

QTEST_MAIN(TestOpenWith)
#include "tst_openwith.moc"
