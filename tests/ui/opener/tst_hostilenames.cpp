// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Names that would do harm in a shell, as an option or on the screen go through every way to open a
// result. What arrives at the other program is recorded by a real one.

#include "core/opener/builtinopeners.h"
#include "tests/ui/opener/openerfixture.h"

#include <QFile>
#include <QTest>

#include <optional>

using namespace roadstead;

namespace {

QString utf8(const char *text)
{
    return QString::fromUtf8(text);
}

/// Stands in for the terminal and for ssh: a copy of the recorder under a name that is looked up in
/// the search path.
constexpr const char *kTerminal = "recording-terminal";

OpenerTemplate own(const char *name, const QStringList &arguments, bool isInTerminal = false)
{
    return {.name = utf8(name),
            .program = utf8(RECORDER),
            .arguments = arguments,
            .ports = {},
            .isInTerminal = isInTerminal};
}

/// Hands everything to the real launcher but web addresses, which a test must not open.
class RecordingLauncher final : public Launcher
{
public:
    [[nodiscard]] LaunchOutcome start(const QStringList &command, bool isInTerminal) override
    {
        return m_real.start(command, isInTerminal);
    }
    [[nodiscard]] bool openUrl(const QUrl &url) override
    {
        urls.append(url);
        return true;
    }

    QList<QUrl> urls;

private:
    DesktopLauncher m_real{{{utf8("no-such-terminal"), {}}, {utf8(kTerminal), {utf8("-e")}}}};
};

} // namespace

class TestHostileNames final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void goThroughEveryOpener_data();
    void goThroughEveryOpener();
    void recordsWhatIsHarmless();

private:
    /// What the opener's program was started with; nothing if it was refused.
    [[nodiscard]] std::optional<QStringList> recorded(OpenerFixture &window, const char *opener);
    [[nodiscard]] QString recordPath() const { return m_folder.filePath(utf8("record")); }

    QTemporaryDir m_folder;
};

void TestHostileNames::initTestCase()
{
    for (const char *name : {kTerminal, "ssh"})
        QVERIFY(QFile::copy(utf8(RECORDER), m_folder.filePath(utf8(name))));
    qputenv("PATH", QFile::encodeName(m_folder.path()) + ':' + qgetenv("PATH"));
    qputenv("ROADSTEAD_RECORD", QFile::encodeName(recordPath()));
}

void TestHostileNames::init()
{
    QFile::remove(recordPath());
}

std::optional<QStringList> TestHostileNames::recorded(OpenerFixture &window, const char *opener)
{
    QFile::remove(recordPath());
    QAction *action = window.action(utf8(opener));
    if (action == nullptr || !action->isEnabled())
        return std::nullopt;
    action->trigger();
    if (!window.said.isEmpty() || !QTest::qWaitFor([this] { return QFile::exists(recordPath()); }))
        return QStringList{utf8("nothing was started")};
    QFile file(recordPath());
    if (!file.open(QIODevice::ReadOnly))
        return QStringList{file.errorString()};
    QList<QByteArray> parts = file.readAll().split('\0');
    parts.removeLast(); // behind the last NUL
    QStringList arguments;
    for (const QByteArray &part : parts)
        arguments.append(QString::fromUtf8(part));
    return arguments;
}

void TestHostileNames::goThroughEveryOpener_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("handedOn"); // empty: refused
    const auto refused = [](const char *label, const QString &name) {
        QTest::newRow(label) << name << QString();
    };
    refused("an option", utf8("-oProxyCommand=x"));
    refused("a long option", utf8("--help"));
    refused("command substitution", utf8("$(reboot)"));
    refused("backticks", utf8("`reboot`"));
    refused("two commands", utf8("a;b"));
    refused("background", utf8("a&b"));
    refused("redirection", utf8("a>b"));
    refused("two lines", utf8("a\nb"));
    refused("carriage return", utf8("a\rb"));
    refused("NUL", QString(utf8("a") + QChar(0) + utf8("b")));
    refused("escape", utf8("a\x1b[31m"));
    refused("parent folder", utf8(".."));
    refused("path", utf8("../../etc/passwd"));
    refused("right-to-left override", utf8("a\u202eb"));
    refused("isolate", utf8("\u2066a\u2069"));
    refused("percent", utf8("%n"));
    refused("variable", utf8("$HOME"));
    refused("double quotes", utf8("a\"b"));
    refused("single quotes", utf8("a'b"));
    refused("backslash", utf8("a\\b"));
    refused("spaces", utf8("a b"));
    refused("very long", QString(100'000, u'a'));
    refused("markup", utf8("<b>a</b>"));
    refused("placeholder", utf8("{address}"));
    refused("half a character", QString(QChar(0xd800)));
    QTest::newRow("international") << utf8("müller.example") << utf8("xn--mller-kva.example");
    QTest::newRow("plain") << utf8("server.example") << utf8("server.example");
}

void TestHostileNames::goThroughEveryOpener()
{
    QFETCH(QString, name);
    QFETCH(QString, handedOn);
    RecordingLauncher launcher;
    OpenerFixture window(launcher);
    window.setOwn({own("plain", {utf8("-p"), utf8("{port}"), utf8("--"), utf8("{address}")}),
                   own("named", {utf8("{name}"), utf8("{service}")}),
                   own("inside", {utf8("--host={name}:{port}"), utf8("a b;$(c)")}),
                   own("terminal", {utf8("{address}"), utf8("{name}")}, true)});
    window.store.append(ResultBuilder().host(1, kRouter, {name}).open(1, 22).open(1, 80).batch());
    window.openWith.setRow(window.store, 0);
    // Who asks for no name is neither hurt nor hindered by one.
    QCOMPARE(recorded(window, "plain").value_or(QStringList()),
             (QStringList{utf8("-p"), utf8("22"), utf8("--"), utf8("192.168.1.1")}));
    const QStringList ssh = recorded(window, "&ssh").value_or(QStringList());
    QCOMPARE(ssh, (QStringList{utf8("-e"), m_folder.filePath(utf8("ssh")), utf8("-p"), utf8("22"),
                               utf8("--"), utf8("192.168.1.1")}));
    if (handedOn.isEmpty()) {
        for (const char *opener : {"named", "inside", "terminal"}) {
            QVERIFY2(!recorded(window, opener), opener);
            QVERIFY2(!window.action(utf8(opener))->toolTip().isEmpty(), opener);
        }
    } else {
        QCOMPARE(recorded(window, "named").value_or(QStringList()),
                 (QStringList{handedOn, utf8("ssh")}));
        QCOMPARE(recorded(window, "inside").value_or(QStringList()),
                 (QStringList{u"--host=" + handedOn + u":22", utf8("a b;$(c)")}));
        QCOMPARE(recorded(window, "terminal").value_or(QStringList()),
                 (QStringList{utf8("-e"), utf8(RECORDER), utf8("192.168.1.1"), handedOn}));
    }
    window.openWith.setRow(window.store, 1);
    window.openWith.browserAction()->trigger();
    QCOMPARE(launcher.urls, QList<QUrl>{QUrl(utf8("http://192.168.1.1/"))});
}

/// The recorder tells arguments apart that a shell, or a line, would not.
void TestHostileNames::recordsWhatIsHarmless()
{
    RecordingLauncher launcher;
    OpenerFixture window(launcher);
    const QStringList arguments{utf8("a b"), utf8("'c'"), utf8("\"d\""),  utf8("$HOME"),
                                utf8("*"),   utf8("\\"),  utf8("{port}"), utf8("é")};
    QStringList written = arguments;
    written[6] = utf8("{{port}}");
    window.setOwn({own("all", written), own("none", {})});
    window.store.append(ResultBuilder().host(1, kRouter).open(1, 22).batch());
    window.openWith.setRow(window.store, 0);
    QCOMPARE(recorded(window, "all").value_or(QStringList()), arguments);
    QCOMPARE(recorded(window, "none"), std::optional(QStringList()));
}

QTEST_MAIN(TestHostileNames)
#include "tst_hostilenames.moc"
