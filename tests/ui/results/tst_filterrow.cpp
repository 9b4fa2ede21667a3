// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What helps to write a filter: examples, completions, regular expressions.

#include "filterfixture.h"
#include "ui/results/filterexamples.h"

#include <QMenu>
#include <QShortcut>

using namespace roadstead;

class TestFilterRow final : public FilterFixture
{
    Q_OBJECT

private slots:
    void init() { setUp(); }
    void cleanup() { m_window.reset(); }

    void everyExampleIsUnderstood();
    void putsExamplesIntoTheField();
    void opensTheExamplesByKeyboard();
    void switchesExpressions();
    void keepsTheLastGoodFilter();
    void readsProgramsTextsAsWords();
    void completesByKeyboard();
    void completesByMouse();
    void completesAmongSeveralWords();
    void leavesEnterAlone();
    void closesByEscapeOnly();
    void offersAllKeysOnDown();
    void goesWithTheFocus();
    void staysInsideTheWindow();
    void followsTheField();
    void completesExpressions();

private:
    [[nodiscard]] QString text() const { return field()->text(); }
    [[nodiscard]] static ResultFilter expressions(QStringView text)
    {
        return ResultFilter::parse(text, FilterSyntax::RegularExpressions).value();
    }
};

void TestFilterRow::everyExampleIsUnderstood()
{
    const QList<FilterExample> examples = filterExamples();
    QVERIFY(examples.size() >= 10);
    bool hasExpressions = false;
    for (const FilterExample &example : examples) {
        QVERIFY(!example.meaning.isEmpty());
        if (example.syntax != FilterSyntax::RegularExpressions)
            QVERIFY2(ResultFilter::parse(example.text).hasValue(), qPrintable(example.text));
        if (example.syntax != FilterSyntax::Words)
            QVERIFY2(ResultFilter::parse(example.text, FilterSyntax::RegularExpressions).hasValue(),
                     qPrintable(example.text));
        const bool isExpression = example.syntax == FilterSyntax::RegularExpressions;
        QVERIFY(isExpression || !hasExpressions); // in two groups
        hasExpressions |= isExpression;
    }
    QVERIFY(hasExpressions);
}

void TestFilterRow::putsExamplesIntoTheField()
{
    const QList<QAction *> actions = button("filterHelp")->menu()->actions();
    type("ssh");
    int examples = 0;
    for (QAction *action : actions) {
        if (action->isSeparator())
            continue;
        const FilterExample example = filterExamples().at(examples++);
        const QString before = text();
        const bool wasOn = button("filterExpressions")->isChecked();
        action->trigger();
        QCOMPARE(text(), example.text);
        QVERIFY(m_row->search()->hasFocus());
        const FilterSyntax now =
            example.syntax.value_or(wasOn ? FilterSyntax::RegularExpressions : FilterSyntax::Words);
        QCOMPARE(button("filterExpressions")->isChecked(), now == FilterSyntax::RegularExpressions);
        QCOMPARE(m_filters.last(), ResultFilter::parse(example.text, now).value());
        m_row->search()->undo();
        QCOMPARE(text(), before);
        m_row->search()->redo();
    }
    QCOMPARE(examples, filterExamples().size());
}

void TestFilterRow::opensTheExamplesByKeyboard()
{
    press(Qt::Key_Tab);
    QVERIFY(button("filterExpressions")->hasFocus());
    QTest::keyClick(button("filterExpressions"), Qt::Key_Tab);
    QToolButton *help = button("filterHelp");
    QVERIFY(help->hasFocus());
    QVERIFY(!help->accessibleName().isEmpty());
    QVERIFY(!help->accessibleDescription().isEmpty());
    // The menu blocks until it is closed.
    QString chosen;
    QMetaObject::invokeMethod(
        help,
        [help, &chosen] {
            QMenu *menu = help->menu();
            QVERIFY(menu->isVisible());
            QTest::keyClick(menu, Qt::Key_Down);
            chosen = menu->activeAction()->data().toString();
            QTest::keyClick(menu, Qt::Key_Return);
        },
        Qt::QueuedConnection);
    QTest::keyClick(help, Qt::Key_Space);
    QTRY_VERIFY(!chosen.isEmpty());
    QTRY_COMPARE(text(), chosen);
}

void TestFilterRow::switchesExpressions()
{
    type("^(ssh|http)$");
    press(Qt::Key_Return);
    QCOMPARE(m_filters.last(), ResultFilter::parse(u"^(ssh|http)$").value());
    const QString hint = m_row->search()->toolTip();
    QTest::mouseClick(button("filterExpressions"), Qt::LeftButton);
    QCOMPARE(m_filters.last(), expressions(u"^(ssh|http)$"));
    QVERIFY(m_row->search()->toolTip() != hint);
    QTest::keyClick(button("filterExpressions"), Qt::Key_Space);
    QCOMPARE(m_filters.last(), ResultFilter::parse(u"^(ssh|http)$").value());
    QCOMPARE(m_row->search()->toolTip(), hint);
}

void TestFilterRow::keepsTheLastGoodFilter()
{
    button("filterExpressions")->setChecked(true);
    type("ssh");
    press(Qt::Key_Return);
    QCOMPARE(m_filters.last(), expressions(u"ssh"));
    const qsizetype before = m_filters.size();
    type("|[a");
    QTRY_VERIFY(m_row->search()->hasFault());
    QCOMPARE(m_row->search()->faultPosition(), 5);
    QCOMPARE(m_filters.size(), before);
    type("]");
    QTRY_COMPARE(m_filters.last(), expressions(u"ssh|[a]"));
    QVERIFY(!m_row->search()->hasFault());
}

/// What the program writes, as for "Filter to this host", is never a pattern.
void TestFilterRow::readsProgramsTextsAsWords()
{
    button("filterExpressions")->setChecked(true);
    m_row->setFilterText({});
    QVERIFY(button("filterExpressions")->isChecked());
    m_row->setFilterText(QStringLiteral("host:10.0.0.1"));
    QVERIFY(!button("filterExpressions")->isChecked());
    QCOMPARE(m_filters.last(), ResultFilter::parse(u"host:10.0.0.1").value());
}

void TestFilterRow::completesByKeyboard()
{
    type("s");
    QVERIFY(list()->isVisible());
    QCOMPARE(list()->count(), 2);
    QCOMPARE(list()->currentRow(), -1);
    press(Qt::Key_Up);
    QCOMPARE(list()->currentRow(), 1);
    press(Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("state:"));
    QVERIFY(m_row->search()->hasFocus());
    QVERIFY(list()->isVisible()); // its values
    QCOMPARE(list()->count(), 4);
    press(Qt::Key_Down);
    press(Qt::Key_Tab);
    QCOMPARE(text(), QStringLiteral("state:open"));
    QVERIFY(m_row->search()->hasFocus());
    QVERIFY(!list()->isVisible());
    m_row->search()->undo(); // Qt takes insertions one after the other for one
    QCOMPARE(text(), QStringLiteral("s"));
}

void TestFilterRow::completesByMouse()
{
    type("po");
    QVERIFY(list()->isVisible());
    const QRect place = list()->visualItemRect(list()->item(0));
    QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, place.center());
    QCOMPARE(text(), QStringLiteral("port:"));
    QVERIFY(m_row->search()->hasFocus());
}

void TestFilterRow::completesAmongSeveralWords()
{
    m_row->search()->setText(QStringLiteral("ssh -x 10.0"));
    m_row->search()->setCursorPosition(6);
    press(Qt::Key_Backspace);
    type("h");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("ssh -host: 10.0"));
    QCOMPARE(m_row->search()->cursorPosition(), 10);
}

void TestFilterRow::leavesEnterAlone()
{
    type("s");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Return);
    QVERIFY(!list()->isVisible());
    QCOMPARE(text(), QStringLiteral("s"));
    QCOMPARE(m_filters.size(), 1); // and at once
    QCOMPARE(m_filters.last(), ResultFilter::parse(u"s").value());
    type("t");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Tab);
    QVERIFY(!list()->isVisible());
    QVERIFY(!m_row->search()->hasFocus());
}

/// The next press is the window's, which clears the filter.
void TestFilterRow::closesByEscapeOnly()
{
    int escapes = 0;
    auto *escape = new QShortcut(Qt::Key_Escape, m_window.get());
    connect(escape, &QShortcut::activated, this, [&escapes] { ++escapes; });
    type("s");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Escape);
    QCOMPARE(escapes, 0);
    QVERIFY(!list()->isVisible());
    QCOMPARE(text(), QStringLiteral("s"));
    type("e");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Escape);
    QCOMPARE(escapes, 0);
    QVERIFY(!list()->isVisible());
    press(Qt::Key_Escape);
    QCOMPARE(escapes, 1);
}

void TestFilterRow::offersAllKeysOnDown()
{
    press(Qt::Key_Down);
    QVERIFY(list()->isVisible());
    QCOMPARE(list()->count(), 10);
    QCOMPARE(list()->currentRow(), 0);
    press(Qt::Key_Up); // to none
    QCOMPARE(list()->currentRow(), -1);
    press(Qt::Key_Up); // and round
    QCOMPARE(list()->currentRow(), 9);
    type("zz");
    QVERIFY(!list()->isVisible());
    press(Qt::Key_Down); // nothing begins so
    QVERIFY(!list()->isVisible());
}

void TestFilterRow::goesWithTheFocus()
{
    type("s");
    QVERIFY(list()->isVisible());
    button("filterHelp")->setFocus();
    QVERIFY(!list()->isVisible());
    m_row->search()->setFocus();
    type("t");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Left);
    QVERIFY(!list()->isVisible());
}

void TestFilterRow::staysInsideTheWindow()
{
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        m_window->setLayoutDirection(direction);
        m_row->search()->setText(QStringLiteral("x ").repeated(80));
        type("s");
        QVERIFY(list()->isVisible());
        const QRect place(list()->mapTo(m_window.get(), QPoint()), list()->size());
        QVERIFY(m_window->rect().contains(place));
        const int below =
            m_row->search()->mapTo(m_window.get(), QPoint()).y() + m_row->search()->height();
        QVERIFY(place.top() >= below);
    }
}

/// A message above moves all that the field lies in, and not the field inside of that.
void TestFilterRow::followsTheField()
{
    const auto isBelow = [this] {
        const QPoint field = m_row->search()->mapTo(m_window.get(), QPoint());
        return list()->y() == field.y() + m_row->search()->height() && list()->x() >= field.x()
               && m_window->rect().contains(list()->geometry());
    };
    type("s");
    QVERIFY(isBelow());
    auto *message = new QWidget;
    message->setFixedHeight(60);
    static_cast<QVBoxLayout *>(m_window->layout())->insertWidget(0, message);
    QTRY_VERIFY(m_row->y() >= 60);
    QVERIFY(list()->isVisible());
    QTRY_VERIFY(isBelow());
    message->hide();
    QTRY_VERIFY(m_row->y() < 60);
    QTRY_VERIFY(isBelow());
}

void TestFilterRow::completesExpressions()
{
    button("filterExpressions")->setChecked(true);
    m_row->search()->setFocus();
    type("reason:reset,");
    QVERIFY(!list()->isVisible()); // a comma is a comma
    press(Qt::Key_Backspace);
    type("|no-rou");
    QVERIFY(list()->isVisible());
    press(Qt::Key_Down);
    press(Qt::Key_Return);
    QCOMPARE(text(), QStringLiteral("reason:reset|no-route"));
    press(Qt::Key_Return);
    QCOMPARE(m_filters.last(), expressions(u"reason:reset|no-route"));
}

QTEST_MAIN(TestFilterRow)
#include "tst_filterrow.moc"
