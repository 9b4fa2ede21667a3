// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The guide and its window: that its text is true is tested as far as a program can tell.

#include "core/lookup/portcatalogue.h"
#include "core/target/portparser.h"
#include "core/target/targetparser.h"
#include "ui/help/guidewindow.h"
#include "ui/model/resultfilter.h"
#include "ui/window/windowactions.h"

#include <QAction>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QRegularExpression>
#include <QScrollBar>
#include <QTest>
#include <QTextBlock>
#include <QTextBrowser>

using namespace roadstead;

namespace {

const QStringList kLanguages{QStringLiteral("en"), QStringLiteral("de")};

QStringList chaptersOf(const QString &text)
{
    QStringList chapters = text.split(QStringLiteral("\n# "));
    for (QString &chapter : chapters)
        chapter.remove(QRegularExpression(QStringLiteral("^# ")));
    return chapters;
}

/// What stands between backticks in the first column of the chapter's tables.
QStringList examplesIn(const QString &chapter)
{
    QStringList examples;
    for (const QString &line : chapter.split(u'\n')) {
        if (!line.startsWith(u"| `"))
            continue;
        static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
        auto matches = code.globalMatch(line.section(u'|', 1, 1));
        while (matches.hasNext())
            examples.append(matches.next().captured(1));
    }
    return examples;
}

} // namespace

class TestGuideWindow final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesOnlyKeysThatThereAre_data() { addLanguages(); }
    void namesOnlyKeysThatThereAre();
    void showsOnlyExamplesThatAreUnderstood_data() { addLanguages(); }
    void showsOnlyExamplesThatAreUnderstood();
    void isEnglishWhereThereIsNoOther();
    void goesToAChapterAndFollowsTheText();
    void findsWhatIsSearched();

private:
    static void addLanguages();
    [[nodiscard]] QList<QAction *> actions() const { return m_actions->all(); }

    QWidget m_window;
    std::unique_ptr<WindowActions> m_actions;
};

void TestGuideWindow::initTestCase()
{
    QLocale::setDefault(QLocale::c());
    m_actions = std::make_unique<WindowActions>(&m_window);
}

void TestGuideWindow::addLanguages()
{
    QTest::addColumn<QString>("language");
    for (const QString &language : kLanguages)
        QTest::newRow(qPrintable(language)) << language;
}

void TestGuideWindow::namesOnlyKeysThatThereAre()
{
    QFETCH(QString, language);
    QFile file(QStringLiteral(":/guide/%1.md").arg(language));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString raw = QString::fromUtf8(file.readAll());
    static const QRegularExpression placeholder(QStringLiteral("\\{key:(\\w+)\\}"));
    auto matches = placeholder.globalMatch(raw);
    QVERIFY(matches.hasNext());
    while (matches.hasNext()) {
        const QString name = matches.next().captured(1);
        const auto *action = m_actions->findChild<QAction *>(name);
        QVERIFY2(action != nullptr, qPrintable(name));
        QVERIFY2(!action->shortcut().isEmpty(), qPrintable(name));
    }
    static const QRegularExpression spelled(QStringLiteral("\\b(Ctrl|Strg)\\+|\\bF\\d+\\b"));
    QVERIFY2(!spelled.match(raw).hasMatch(), "keys are named by their actions");
    const QString text = guideText(QLocale(language), actions());
    QVERIFY(!text.contains(u'{'));
    QVERIFY(text.contains(m_actions->start->shortcut().toString(QKeySequence::NativeText)));
}

void TestGuideWindow::showsOnlyExamplesThatAreUnderstood()
{
    QFETCH(QString, language);
    const QStringList chapters = chaptersOf(guideText(QLocale(language), actions()));
    QCOMPARE(chapters.size(), chaptersOf(guideText(QLocale::c(), actions())).size());
    const QStringList targets = examplesIn(chapters.at(2));
    QVERIFY(targets.size() >= 8);
    const PortCatalogue catalogue;
    const PortParser ports(catalogue);
    const TargetParser parser(ports);
    for (const QString &target : targets)
        QVERIFY2(parser.parse(target).hasValue(), qPrintable(target));
    const QStringList filters = examplesIn(chapters.at(6));
    QVERIFY(filters.size() >= 8);
    for (const QString &filter : filters)
        QVERIFY2(ResultFilter::parse(filter).hasValue(), qPrintable(filter));
    static const QRegularExpression code(QStringLiteral("`([^`]+)`"));
    auto matches = code.globalMatch(chapters.at(3));
    QVERIFY(matches.hasNext());
    while (matches.hasNext()) {
        const QString example = matches.next().captured(1);
        const QString whole =
            example.startsWith(u'!') ? QStringLiteral("1-100 ") + example : example;
        QVERIFY2(ports.parse(whole).hasValue(), qPrintable(example));
    }
}

void TestGuideWindow::isEnglishWhereThereIsNoOther()
{
    const QString english = guideText(QLocale(QLocale::English), actions());
    QCOMPARE(guideText(QLocale(QLocale::Icelandic), actions()), english);
    QVERIFY(guideText(QLocale(QLocale::German, QLocale::Austria), actions()) != english);
}

void TestGuideWindow::goesToAChapterAndFollowsTheText()
{
    GuideWindow guide(actions());
    guide.setAttribute(Qt::WA_DeleteOnClose, false);
    guide.show();
    QVERIFY(QTest::qWaitForWindowExposed(&guide));
    auto *chapters = guide.findChild<QListWidget *>(QStringLiteral("guideChapters"));
    auto *text = guide.findChild<QTextBrowser *>(QStringLiteral("guideText"));
    QVERIFY(chapters->count() >= 10);
    QCOMPARE(chapters->currentRow(), 0);
    chapters->setFocus();
    QTest::keyClick(chapters, Qt::Key_Down);
    QTest::keyClick(chapters, Qt::Key_Down);
    QCOMPARE(text->textCursor().block().text(), chapters->item(2)->text());
    QVERIFY(text->cursorRect().top() < text->viewport()->height() / 4);
    text->setFocus();
    text->verticalScrollBar()->setValue(0);
    QCOMPARE(chapters->currentRow(), 0);
}

void TestGuideWindow::findsWhatIsSearched()
{
    GuideWindow guide(actions());
    guide.setAttribute(Qt::WA_DeleteOnClose, false);
    guide.show();
    QVERIFY(QTest::qWaitForWindowExposed(&guide));
    auto *search = guide.findChild<QLineEdit *>(QStringLiteral("guideSearch"));
    auto *found = guide.findChild<QLabel *>(QStringLiteral("guideFound"));
    auto *text = guide.findChild<QTextBrowser *>(QStringLiteral("guideText"));
    QTest::keyClick(&guide, Qt::Key_F, Qt::ControlModifier);
    QVERIFY(search->hasFocus());
    QTest::keyClicks(search, QStringLiteral("firewall"));
    const qsizetype places = text->extraSelections().size();
    QVERIFY(places >= 3);
    QVERIFY(found->text().contains(QString::number(places)));
    const int first = text->textCursor().position();
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(text->textCursor().position() > first);
    for (qsizetype i = 1; i < places; ++i)
        QTest::keyClick(search, Qt::Key_Return);
    QCOMPARE(text->textCursor().position(), first); // round at the end
    QTest::keyClicks(search, QStringLiteral("xyzzy"));
    QVERIFY(text->extraSelections().isEmpty());
    QVERIFY(!found->text().isEmpty());
}

QTEST_MAIN(TestGuideWindow)
#include "tst_guidewindow.moc"
