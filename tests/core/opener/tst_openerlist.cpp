// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/opener/openerlist.h"
#include "tests/support/fakevocabulary.h"

#include <QTest>

using namespace roadstead;

namespace {

OpenerTemplate viewer()
{
    return {.name = QStringLiteral("Ansehen & \"öffnen\" \\"),
            .program = QStringLiteral("/usr/bin/viewer"),
            .arguments = {QStringLiteral("--host={address}"), QStringLiteral("{{}} \" ' \\")},
            .ports = QStringLiteral("http*, 5900-5910"),
            .isInTerminal = true};
}

} // namespace

class TestOpenerList final : public QObject
{
    Q_OBJECT

private slots:
    void keepsWhatItIsGiven();
    void keepsNothingOfNothing();
    void leavesOutWhatIsDamaged_data();
    void leavesOutWhatIsDamaged();
    void keepsTheSoundOnesBesideADamagedOne();
    void keepsAtMostFifty();

private:
    [[nodiscard]] QList<OpenerTemplate> read(const QString &text) const
    {
        return openersFromText(text, m_vocabulary);
    }

    FakeVocabulary m_vocabulary;
};

void TestOpenerList::keepsWhatItIsGiven()
{
    OpenerTemplate plain = viewer();
    plain.arguments.clear();
    plain.ports.clear();
    plain.isInTerminal = false;
    const QList<OpenerTemplate> openers{viewer(), plain};
    QCOMPARE(read(textOfOpeners(openers)), openers);
}

void TestOpenerList::keepsNothingOfNothing()
{
    QCOMPARE(read(QString()), QList<OpenerTemplate>());
    QCOMPARE(read(textOfOpeners({})), QList<OpenerTemplate>());
}

void TestOpenerList::leavesOutWhatIsDamaged_data()
{
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *text) {
        QTest::newRow(name) << QString::fromUtf8(text);
    };
    row("no JSON", "ssh -p 22");
    row("cut off", R"([{"name":"a","program":"b","arguments":[],"ports":"","terminal":false})");
    row("not a list", R"({"name":"a","program":"b","arguments":[],"ports":"","terminal":false})");
    row("texts", R"(["rm -rf /"])");
    row("no name", R"([{"program":"b","arguments":[],"ports":"","terminal":false}])");
    row("a key too many",
        R"([{"name":"a","program":"b","arguments":[],"ports":"","terminal":false,"shell":true}])");
    row("another key",
        R"([{"name":"a","program":"b","arguments":[],"ports":"","inTerminal":false}])");
    row("a line for a list",
        R"([{"name":"a","program":"b","arguments":"-c x","ports":"","terminal":false}])");
    row("a number for an argument",
        R"([{"name":"a","program":"b","arguments":[1],"ports":"","terminal":false}])");
    row("a word for yes",
        R"([{"name":"a","program":"b","arguments":[],"ports":"","terminal":"yes"}])");
    row("a placeholder as program",
        R"([{"name":"a","program":"{name}","arguments":[],"ports":"","terminal":false}])");
    row("an unknown placeholder",
        R"([{"name":"a","program":"b","arguments":["{user}"],"ports":"","terminal":false}])");
    row("a control character",
        R"([{"name":"a\u0007","program":"b","arguments":[],"ports":"","terminal":false}])");
    row("no ports",
        R"([{"name":"a","program":"b","arguments":[],"ports":"70000","terminal":false}])");
}

void TestOpenerList::leavesOutWhatIsDamaged()
{
    QFETCH(QString, text);
    QCOMPARE(read(text), QList<OpenerTemplate>());
}

void TestOpenerList::keepsTheSoundOnesBesideADamagedOne()
{
    OpenerTemplate damaged = viewer();
    damaged.arguments = QStringList{QStringLiteral("{")};
    OpenerTemplate second = viewer();
    second.name = QStringLiteral("second");
    QCOMPARE(read(textOfOpeners({viewer(), damaged, second})),
             (QList<OpenerTemplate>{viewer(), second}));
}

void TestOpenerList::keepsAtMostFifty()
{
    QCOMPARE(read(textOfOpeners(QList<OpenerTemplate>(51, viewer()))).size(), 50);
}

QTEST_GUILESS_MAIN(TestOpenerList)
#include "tst_openerlist.moc"
