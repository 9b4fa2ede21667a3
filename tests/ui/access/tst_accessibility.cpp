// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What a screen reader is told of the window's parts, without one: see atspi.sh for the whole way.

#include "tests/ui/window/windowfixture.h"

#include <QAccessible>
#include <QStack>
#include <QTextEdit>

using namespace roadstead;
using namespace std::chrono_literals;

class TestAccessibility final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup() { m_fixture.reset(); }

    void saysNoMarkup();
    void namesEveryControl();
    void readsTheFooter();
    void goesBackToTheHintWhenAFaultIsMended();
    void explainsARowThatAScreenReaderSelects();

private:
    [[nodiscard]] QList<QAccessibleInterface *> seenParts() const;

    QTemporaryDir m_folder;
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestAccessibility::init()
{
    QFile::remove(m_folder.filePath(QStringLiteral("settings.ini")));
    m_fixture = std::make_unique<WindowFixture>(m_folder.filePath(QStringLiteral("settings.ini")));
    QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window));
    emit m_fixture->engine.resultsReady(batchOf({{80, PortState::Open}, {81, PortState::Closed}}));
    QTRY_VERIFY(m_fixture->table()->isVisible());
    m_fixture->action("details")->trigger();
    m_fixture->type(m_fixture->search(), QStringLiteral("port:80")); // its button to clear it comes
    QTRY_COMPARE(m_fixture->model()->rowCount(), 1);
}

/// All that is visible, without a table's cells.
QList<QAccessibleInterface *> TestAccessibility::seenParts() const
{
    QList<QAccessibleInterface *> parts;
    QStack<QAccessibleInterface *> left;
    left.push(QAccessible::queryAccessibleInterface(&m_fixture->window));
    while (!left.isEmpty()) {
        QAccessibleInterface *part = left.pop();
        if (part == nullptr || part->state().invisible)
            continue;
        parts.append(part);
        for (int i = 0; part->tableInterface() == nullptr && i < part->childCount(); ++i)
            left.push(part->child(i));
    }
    return parts;
}

void TestAccessibility::saysNoMarkup()
{
    m_fixture->type(m_fixture->targets(), QStringLiteral("10.0.0.0/33"));
    QTRY_VERIFY(m_fixture->targets()->hasFault());
    const QList<QAccessibleInterface *> parts = seenParts();
    QVERIFY(parts.size() > 40);
    for (const QAccessibleInterface *part : parts) {
        for (const auto text : {QAccessible::Name, QAccessible::Description, QAccessible::Help})
            QVERIFY2(!part->text(text).contains(u'<'), qPrintable(part->text(text)));
    }
}

void TestAccessibility::namesEveryControl()
{
    int controls = 0;
    for (const QAccessibleInterface *part : seenParts()) {
        const bool isControl =
            part->role() == QAccessible::Button || part->role() == QAccessible::CheckBox
            || part->role() == QAccessible::EditableText || part->role() == QAccessible::Table;
        if (!isControl)
            continue;
        ++controls;
        const QString at =
            part->parent() != nullptr ? part->parent()->text(QAccessible::Name) : QString();
        QVERIFY2(!part->text(QAccessible::Name).isEmpty(), qPrintable(at));
    }
    QVERIFY(controls > 10);
}

void TestAccessibility::readsTheFooter()
{
    emit m_fixture->engine.stateChanged(ScanState::Finished);
    ScanSummary summary;
    summary.total = summary.done = 2;
    summary.hosts = 1;
    summary.counts = {1, 1, 0, 0};
    summary.elapsed = 5s;
    emit m_fixture->engine.finished(summary);
    QVERIFY(!m_fixture->progress().isEmpty());
    QAccessibleInterface *told =
        QAccessible::queryAccessibleInterface(m_fixture->child<QLabel>("progressText"));
    QCOMPARE(told->text(QAccessible::Name), m_fixture->progress());
}

void TestAccessibility::goesBackToTheHintWhenAFaultIsMended()
{
    const QString hint = m_fixture->search()->accessibleDescription();
    QVERIFY(!hint.isEmpty());
    m_fixture->type(m_fixture->search(), QStringLiteral("port:x"));
    QTRY_VERIFY(m_fixture->search()->hasFault());
    QVERIFY(m_fixture->search()->accessibleDescription() != hint);
    m_fixture->type(m_fixture->search(), QStringLiteral("port:80"));
    QTRY_VERIFY(!m_fixture->search()->hasFault());
    QCOMPARE(m_fixture->search()->accessibleDescription(), hint);
}

void TestAccessibility::explainsARowThatAScreenReaderSelects()
{
    const auto *details = m_fixture->child<QTextEdit>("detailsView");
    QVERIFY(!details->toPlainText().contains(u"80"));
    QAccessible::queryAccessibleInterface(m_fixture->table())->tableInterface()->selectRow(0);
    QTRY_VERIFY(details->toPlainText().contains(u"80"));
}

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
