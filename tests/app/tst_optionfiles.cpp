// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/options.h"
#include "tests/support/filetools.h"

#include <QDir>

#include <unistd.h>

using namespace roadstead;

/// What the files that options name are to each other.
class TestOptionFiles : public QObject
{
    Q_OBJECT

private slots:
    void refusesToReplaceWhatItReads_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("complaint");
        const auto row = [](const char *line, const char *complaint) {
            QTest::newRow(line) << QString::fromLatin1(line) << QString::fromLatin1(complaint);
        };
        const char *read = "%1 is read, and an output would replace it.";
        row("--resume {}/a --csv {}/a", read);
        row("--resume {}/a --csv {}/./a", read);
        row("--resume {}/a --json {}/link", read);
        row("--resume {}/link --json {}/hard", read);
        row("--import {}/a --save {}/a", read);
        row("--compare {}/a {}/b --csv {}/a", read);
        row("--compare {}/b {}/a --csv {}/a", read);
        row("--merge {}/new {}/a {}/b --json {}/b", read);
        row("--merge {}/new {}/a --json {}/../{}/new", "%1 is named for two outputs.");
        row("x --save {}/new --csv {}/./new", "%1 is named for two outputs.");
        row("x --csv {}/a --json {}/hard", "%1 is named for two outputs.");
        row("x --csv {}/dangling --json {}/nowhere", "%1 is named for two outputs.");
        row("--targets-file {}/a --list {}/a", read);
        row("--targets-from-text {}/a --list {}/a", read);
        row("@{}/a --list {}/a", read);
        row("x --exclude @{}/a --list {}/a", read);
        row("x --expect {}/a --html {}/a", read);
        row("--resume {}/a --csv {}/b", "");
        row("--import - --csv -", "");
        row("--import /dev/null --csv /dev/null", "");
    }
    void refusesToReplaceWhatItReads()
    {
        QFETCH(QString, line);
        QFETCH(QString, complaint);
        const TestFolder folder;
        for (const char *name : {"a", "b"})
            putContent(folder.path(name), "");
        const auto at = [&folder](const char *name) {
            return QFile::encodeName(folder.path(name));
        };
        QCOMPARE(::symlink(at("a").constData(), at("link").constData()), 0);
        QCOMPARE(::link(at("a").constData(), at("hard").constData()), 0);
        QCOMPARE(::symlink(at("nowhere").constData(), at("dangling").constData()), 0);
        line.replace(QStringLiteral("/../{}"), u"/../" + QDir(folder.path()).dirName());
        line.replace(QStringLiteral("{}"), folder.path());
        const auto options = parseOptions(QStringList{QStringLiteral("roadstead-cli")}
                                          + line.split(u' ', Qt::SkipEmptyParts));
        const QString output = line.section(u' ', -1);
        QCOMPARE(options ? QString() : options.error(),
                 complaint.isEmpty() ? QString() : complaint.arg(output));
    }
};

QTEST_GUILESS_MAIN(TestOptionFiles)
#include "tst_optionfiles.moc"
