// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/window/windowtitle.h"

#include <QTest>

using namespace roadstead;

class TestWindowTitle : public QObject
{
    Q_OBJECT

private slots:
    void saysNameAndState_data();
    void saysNameAndState();
};

void TestWindowTitle::saysNameAndState_data()
{
    QTest::addColumn<ScanState>("state");
    QTest::addColumn<ScanEnding>("ending");
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("title");
    const auto row = [](const char *name, ScanState state, ScanEnding ending, const char *file,
                        const char *title) {
        QTest::newRow(name) << state << ending << QString::fromUtf8(file)
                            << QString::fromUtf8(title);
    };
    using State = ScanState;
    using Ending = ScanEnding;
    row("nothing", State::Idle, Ending::None, "", "Roadstead");
    row("running", State::Scanning, Ending::None, "", "46 % – 10.0.0.1 – Roadstead");
    row("paused", State::Paused, Ending::None, "", "46 %, paused – 10.0.0.1 – Roadstead");
    row("stopping", State::Stopping, Ending::None, "", "46 %, stopping – 10.0.0.1 – Roadstead");
    row("finished", State::Finished, Ending::Finished, "a.roadstead",
        "7 open – a.roadstead – Roadstead");
    row("stopped", State::Finished, Ending::Stopped, "a.roadstead",
        "7 open, stopped – a.roadstead – Roadstead");
    row("paused and closed", State::Finished, Ending::Paused, "a.roadstead",
        "7 open, paused – a.roadstead – Roadstead");
    row("killed", State::Finished, Ending::None, "", "7 open, interrupted – 10.0.0.1 – Roadstead");
    row("a name that does harm", State::Finished, Ending::Finished, "a\u202eb.roadstead",
        "7 open – a\\u{202e}b.roadstead – Roadstead");
    row("signs that stand for others", State::Finished, Ending::Stopped, "%1 %2.roadstead",
        "7 open, stopped – %1 %2.roadstead – Roadstead");
}

void TestWindowTitle::saysNameAndState()
{
    QFETCH(ScanState, state);
    QFETCH(ScanEnding, ending);
    QFETCH(QString, file);
    QTEST(windowTitleOf({.state = state,
                         .percent = 46,
                         .open = 7,
                         .ending = ending,
                         .targets = QStringLiteral("10.0.0.1"),
                         .file = file}),
          "title");
}

QTEST_GUILESS_MAIN(TestWindowTitle)
#include "tst_windowtitle.moc"
