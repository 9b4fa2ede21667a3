// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "ui/document/expectationkeeper.h"
#include "ui/window/expectationsdialog.h"
#include "windowfixture.h"

#include <QDir>
#include <QPlainTextEdit>

using namespace roadstead;

class TestExpectationsDialog : public QObject
{
    Q_OBJECT

private slots:
    void savesAfterABookThatCouldNotBeRead();
};

/// It is read again while somebody looks at it, and cannot be for a while.
void TestExpectationsDialog::savesAfterABookThatCouldNotBeRead()
{
    const QTemporaryDir folder;
    const QString book = folder.filePath(QStringLiteral("expectations.txt"));
    {
        const WindowFixture fixture(folder.filePath(QStringLiteral("settings.ini")));
        fixture.action("editExpectations")->trigger();
        auto *editor = fixture.child<QPlainTextEdit>("expectationsEdit");
        QTRY_VERIFY(!editor->isReadOnly());
        QVERIFY(QDir().mkdir(book)); // which is no text
        fixture.window.findChild<ExpectationKeeper *>()->show(QStringLiteral("10.0.0.9 1 open\n"));
        const auto *problem = fixture.child<QLabel>("expectationsProblem");
        QTRY_VERIFY(!problem->text().isEmpty());
        QVERIFY(QDir().rmdir(book));
        editor->setPlainText(QStringLiteral("10.0.0.1 22 open"));
        fixture.child<QPushButton>("expectationsSave")->click();
        QTRY_VERIFY(fixture.window.findChild<ExpectationsDialog *>() == nullptr);
    }
    waitForBackground(); // it writes into the folder
    QFile file(book);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("10.0.0.1 22 open\n"));
}

QTEST_MAIN(TestExpectationsDialog)
#include "tst_expectationsdialog.moc"
