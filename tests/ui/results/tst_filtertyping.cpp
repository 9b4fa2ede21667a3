// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What is made of a filter while it is typed, pasted, taken back and read aloud.

#include "filterfixture.h"
#include "ui/parts/statechip.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTimer>

#include <algorithm>

using namespace roadstead;

class TestFilterTyping final : public FilterFixture
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_window.reset(); }

    void clearingCanBeUndone();
    void filteringToAHostCanBeUndone();
    void leavesTheFocusAlone();
    void pastesLinesAsWords();
    void waitsForWhatIsBeingWritten();
    void waitsForNothingElse();
    void saysThatCompletionsAreThere();
    void namesAllWaysToOneState();
    void mirrorsEverything();

private:
    QWidget *m_other = nullptr; ///< something else that takes the focus
};

void TestFilterTyping::init()
{
    m_other = new QLineEdit;
    setUp(m_other);
}

void TestFilterTyping::clearingCanBeUndone()
{
    button("filterExpressions")->setChecked(true);
    field()->setFocus();
    type("^ssh$");
    m_row->setFilterText({});
    QCOMPARE(field()->text(), QString());
    QVERIFY(m_filters.last().isEmpty());
    QVERIFY(button("filterExpressions")->isChecked());
    field()->undo();
    QCOMPARE(field()->text(), QStringLiteral("^ssh$"));
    QTRY_COMPARE(m_filters.last(),
                 ResultFilter::parse(u"^ssh$", FilterSyntax::RegularExpressions).value());
}

void TestFilterTyping::filteringToAHostCanBeUndone()
{
    type("ssh");
    m_row->setFilterText(QStringLiteral("host:10.0.0.1"));
    QCOMPARE(m_filters.last(), ResultFilter::parse(u"host:10.0.0.1").value());
    QVERIFY(!list()->isVisible());
    field()->undo();
    QCOMPARE(field()->text(), QStringLiteral("ssh"));
    QTRY_COMPARE(m_filters.last(), ResultFilter::parse(u"ssh").value());
}

void TestFilterTyping::leavesTheFocusAlone()
{
    m_other->setFocus();
    m_row->setFilterText(QStringLiteral("stat"));
    QVERIFY(m_other->hasFocus());
    QVERIFY(!list()->isVisible()); // nobody types
    QCOMPARE(field()->selectedText(), QString());
    m_row->setFilterText({});
    QVERIFY(m_other->hasFocus());
}

void TestFilterTyping::pastesLinesAsWords()
{
    QGuiApplication::clipboard()->setText(QStringLiteral("ssh\r\n\n  name:#1 # x\nopen\n"));
    field()->paste();
    QCOMPARE(field()->text(), QStringLiteral("ssh name:#1 # x open"));
    press(Qt::Key_Return);
    QCOMPARE(m_filters.last(), ResultFilter::parse(u"ssh name:#1 # x open").value());
}

void TestFilterTyping::waitsForWhatIsBeingWritten()
{
    type("ssh");
    QTRY_COMPARE(m_filters.size(), 1);
    type(" state:");
    QVERIFY(list()->isVisible());
    // The row looks at it when the typing has paused; a fault would be seen by then.
    int looks = 0;
    auto *delay = m_row->findChild<QTimer *>();
    connect(delay, &QTimer::timeout, this, [&looks] { ++looks; });
    QTRY_COMPARE(looks, 1);
    QVERIFY(!field()->hasFault());
    QVERIFY(list()->isVisible());
    QCOMPARE(m_filters.size(), 1);
    press(Qt::Key_Escape); // now nobody completes it
    QTRY_VERIFY(field()->hasFault());
    type("o");
    QVERIFY(list()->isVisible());
    QTRY_VERIFY(!field()->hasFault());
    press(Qt::Key_Left);
    QTRY_VERIFY(field()->hasFault());
    press(Qt::Key_End);
    type("p");
    press(Qt::Key_Return); // whoever asks for it now is told
    QVERIFY(field()->hasFault());
    type("en");
    QTRY_COMPARE(m_filters.size(), 2);
    QVERIFY(!field()->hasFault());
}

void TestFilterTyping::waitsForNothingElse()
{
    type("state:nonsense,op");
    QVERIFY(list()->isVisible());
    QTRY_VERIFY(field()->hasFault());
    QCOMPARE(field()->faultPosition(), 6);
    QVERIFY(list()->isVisible());
}

void TestFilterTyping::saysThatCompletionsAreThere()
{
    const QString hint = field()->accessibleDescription();
    QVERIFY(hint.contains(QStringLiteral("down key")));
    QVERIFY(field()->toolTip().contains(QStringLiteral("down key")));
    type("s"); // Qt tells a screen reader of every other description
    const QString offered = field()->accessibleDescription();
    QVERIFY2(offered.startsWith(u'2'), qPrintable(offered)); // service:, state:
    QVERIFY(offered != hint);
    type("t");
    QVERIFY(field()->accessibleDescription().startsWith(u'1'));
    press(Qt::Key_Escape);
    QCOMPARE(field()->accessibleDescription(), hint);
}

void TestFilterTyping::namesAllWaysToOneState()
{
    const QString tip = m_row->chip(PortState::Open)->toolTip();
    QVERIFY2(tip.contains(QStringLiteral("Ctrl+Shift+1")), qPrintable(tip));
    QVERIFY(tip.contains(QStringLiteral("Ctrl+1")));
}

void TestFilterTyping::mirrorsEverything()
{
    const auto placeOf = [this](const QWidget *widget) {
        return QRect(widget->mapTo(m_window.get(), QPoint()), widget->size());
    };
    const auto cursor = [this] {
        const QRect place = field()->inputMethodQuery(Qt::ImCursorRectangle).toRect();
        return field()->mapTo(m_window.get(), place.center()).x();
    };
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        m_window->setLayoutDirection(direction);
        const bool isMirrored = direction == Qt::RightToLeft;
        // In the order in which they are read.
        QList<QWidget *> inOrder{field(), button("filterExpressions"), button("filterHelp")};
        if (isMirrored)
            std::reverse(inOrder.begin(), inOrder.end());
        QTRY_VERIFY(placeOf(inOrder.at(0)).right() < placeOf(inOrder.at(1)).left());
        QTRY_VERIFY(placeOf(inOrder.at(1)).right() < placeOf(inOrder.at(2)).left());
        field()->setFocus();
        field()->selectAll();
        type("s");
        QVERIFY(list()->isVisible());
        QVERIFY(list()->y() > placeOf(field()).bottom());
        QVERIFY(m_window->rect().contains(list()->geometry()));
        // What is typed begins at the left, also in a window that is mirrored.
        const int typed = field()->fontMetrics().horizontalAdvance(u's');
        QTRY_VERIFY(qAbs(list()->x() - (cursor() - typed)) <= 2);
        press(Qt::Key_Escape);
        press(Qt::Key_Backspace);
        press(Qt::Key_Down);
        QVERIFY(list()->isVisible());
        const auto begin = [this, isMirrored] {
            return isMirrored ? list()->geometry().right() + 1 : list()->x();
        };
        QTRY_VERIFY(qAbs(begin() - cursor()) <= 2);
        press(Qt::Key_Escape);
    }
}

QTEST_MAIN(TestFilterTyping)
#include "tst_filtertyping.moc"
