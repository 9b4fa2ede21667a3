// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The real widget, by keys, mouse and wheel.

#include "core/lookup/portcatalogue.h"
#include "tests/support/resultbuilder.h"
#include "ui/map/portmapfeed.h"
#include "ui/map/portmaptext.h"
#include "ui/map/portmapview.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/stateicon.h"

#include <QAccessible>
#include <QHelpEvent>
#include <QLineEdit>
#include <QScrollBar>
#include <QShortcut>
#include <QSignalSpy>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace roadstead;

class tst_PortMapView : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysWhatIsKnownOfAPort();
    void movesByKeys_data();
    void movesByKeys();
    void goesToATypedPort_data();
    void goesToATypedPort();
    void takesDigitsBeforeTheWindowsShortcuts();
    void leavesTabToTheWindow();
    void activatesByEnterAndClick();
    void zoomsByKeys();
    void zoomsByWheelWhereThePointerIs();
    void scrollsToTheCursor();
    void pansByDragging();
    void drawsWhatArrives();
    void followsThePalette();
    void tellsScreenReadersOfTheCursor();
    void showsWhichCellHasTheFocus();
    void hasAToolTipForEachCell();
    void staysLeftToRight();

private:
    [[nodiscard]] QImage shot() const
    {
        return m_view->viewport()->grab().toImage().convertToFormat(QImage::Format_RGB32);
    }
    void wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers);

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<PortMapFeed> m_feed;
    std::unique_ptr<QWidget> m_window;
    PortMapView *m_view = nullptr;
};

void tst_PortMapView::init()
{
    m_model = std::make_unique<ResultModel>(m_catalogue);
    m_model->clear(testStart());
    m_feed = std::make_unique<PortMapFeed>(*m_model);
    m_feed->setActive(true);
    m_model->append(ResultBuilder()
                        .host(0, kRouter)
                        .host(1, kRouter + 1)
                        .host(2, kRouter + 2)
                        .open(0, 443)
                        .open(1, 443)
                        .closed(2, 443)
                        .filtered(0, 1)
                        .batch());
    QTRY_VERIFY(m_feed->isUpToDate());
    m_window = std::make_unique<QWidget>();
    m_view = new PortMapView(*m_feed, m_catalogue);
    auto *column = new QVBoxLayout(m_window.get());
    column->addWidget(m_view);
    column->addWidget(new QLineEdit);
    m_window->resize(700, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_view->setFocus();
}

void tst_PortMapView::cleanup()
{
    m_window.reset();
    m_feed.reset();
    m_model.reset();
}

void tst_PortMapView::wheel(QPoint at, int notches, Qt::KeyboardModifiers modifiers)
{
    QWheelEvent event(at, m_view->viewport()->mapToGlobal(at), {}, QPoint(0, notches * 120),
                      Qt::NoButton, modifiers, Qt::NoScrollPhase, false);
    QCoreApplication::sendEvent(m_view->viewport(), &event);
}

void tst_PortMapView::saysWhatIsKnownOfAPort()
{
    const auto text = [this](quint16 port) {
        return portMapText(m_feed->data(), port, m_catalogue);
    };
    QCOMPARE(text(443), QStringLiteral("443/tcp https: open on 2 host(s), closed on 1 host(s)"));
    QCOMPARE(text(22), QStringLiteral("22/tcp ssh: not scanned"));
    QCOMPARE(text(1), QStringLiteral("1/tcp: filtered on 1 host(s)"));
    m_feed->setHost(2);
    QCOMPARE(text(443), QStringLiteral("443/tcp https: closed"));
    QCOMPARE(portMapShownText(m_feed->data(), 443, m_catalogue),
             QStringLiteral("\u2066443/tcp\u2069 https: closed"));
}

void tst_PortMapView::movesByKeys_data()
{
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("key");
    QTest::addColumn<bool>("withControl");
    QTest::addColumn<int>("to");
    const auto add = [](const char *name, int from, int key, int to, bool withControl = false) {
        QTest::newRow(name) << from << key << withControl << to;
    };
    add("right", 443, Qt::Key_Right, 444);
    add("right over the row's end", 255, Qt::Key_Right, 256);
    add("right at the end", 65'535, Qt::Key_Right, 65'535);
    add("left", 256, Qt::Key_Left, 255);
    add("left at the beginning", 0, Qt::Key_Left, 0);
    add("down", 443, Qt::Key_Down, 699);
    add("down in the last row", 65'300, Qt::Key_Down, 65'300);
    add("up", 699, Qt::Key_Up, 443);
    add("up in the first row", 200, Qt::Key_Up, 200);
    add("row's beginning", 443, Qt::Key_Home, 256);
    add("row's end", 443, Qt::Key_End, 511);
    add("beginning", 443, Qt::Key_Home, 0, true);
    add("end", 443, Qt::Key_End, 65'535, true);
    add("page down", 443, Qt::Key_PageDown, 443 + 4'096);
    add("page down near the end", 65'000, Qt::Key_PageDown, 65'280 + 65'000 % 256);
    add("page up", 8'080, Qt::Key_PageUp, 8'080 - 4'096);
    add("page up near the beginning", 443, Qt::Key_PageUp, 443 % 256);
}

void tst_PortMapView::movesByKeys()
{
    QFETCH(int, from);
    QFETCH(int, key);
    QFETCH(bool, withControl);
    QFETCH(int, to);
    m_view->setPort(static_cast<quint16>(from));
    QTest::keyClick(m_view, static_cast<Qt::Key>(key),
                    withControl ? Qt::ControlModifier : Qt::NoModifier);
    QCOMPARE(int(m_view->port()), to);
}

void tst_PortMapView::goesToATypedPort_data()
{
    QTest::addColumn<QString>("keys");
    QTest::addColumn<int>("port");
    const auto add = [](const char *keys, int port) {
        QTest::newRow(keys) << QString::fromLatin1(keys) << port;
    };
    add("4", 4);
    add("443", 443);
    add("8080", 8'080);
    add("65535", 65'535);
    add("65536", 6); // no port: a new number begins
    add("655350", 65'535); // 0 begins none
    add("900012", 12); // 90001 is none, so 1 and 12
}

void tst_PortMapView::goesToATypedPort()
{
    QFETCH(QString, keys);
    QFETCH(int, port);
    QTest::keyClicks(m_view, keys);
    QCOMPARE(int(m_view->port()), port);
    QVERIFY2(m_view->isFitted(), "a digit is no zoom");
    // Any other key ends the number.
    m_view->setPort(100);
    QTest::keyClick(m_view, Qt::Key_Right);
    QTest::keyClick(m_view, Qt::Key_7);
    QCOMPARE(int(m_view->port()), 7);
}

void tst_PortMapView::takesDigitsBeforeTheWindowsShortcuts()
{
    QShortcut shortcut(QKeySequence(Qt::Key_8), m_window.get());
    QSignalSpy taken(&shortcut, &QShortcut::activated);
    QTest::keyClick(m_view, Qt::Key_8);
    QCOMPARE(int(m_view->port()), 8);
    QCOMPARE(taken.size(), 0);
}

void tst_PortMapView::leavesTabToTheWindow()
{
    QTest::keyClick(m_view, Qt::Key_Tab);
    QVERIFY(m_window->findChild<QLineEdit *>()->hasFocus());
}

void tst_PortMapView::activatesByEnterAndClick()
{
    QSignalSpy activated(m_view, &PortMapView::portActivated);
    QTest::keyClicks(m_view, QStringLiteral("443"));
    QTest::keyClick(m_view, Qt::Key_Return);
    QCOMPARE(activated.takeFirst().first().value<quint16>(), quint16(443));
    const QPoint cell = m_view->cellArea(50'000).center();
    QCOMPARE(m_view->portAt(cell), quint16(50'000));
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(activated.takeFirst().first().value<quint16>(), quint16(50'000));
    QCOMPARE(int(m_view->port()), 50'000);
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(1, 1));
    QTest::mouseClick(m_view->viewport(), Qt::RightButton, {}, cell);
    QCOMPARE(activated.size(), 0);
}

void tst_PortMapView::zoomsByKeys()
{
    QVERIFY(m_view->isFitted());
    QCOMPARE(m_view->horizontalScrollBar()->maximum(), 0);
    double before = m_view->canvas().cell();
    int steps = 0;
    while (m_view->canZoomIn()) {
        QTest::keyClick(m_view, Qt::Key_Plus);
        QVERIFY(m_view->canvas().cell() > before);
        before = m_view->canvas().cell();
        QVERIFY(++steps < 10);
    }
    QCOMPARE(before, 16.0);
    QTest::keyClick(m_view, Qt::Key_Plus);
    QCOMPARE(m_view->canvas().cell(), 16.0);
    for (int i = 0; i < steps; ++i) {
        QVERIFY(!m_view->isFitted());
        QTest::keyClick(m_view, Qt::Key_Minus);
    }
    QVERIFY(m_view->isFitted());
    QTest::keyClick(m_view, Qt::Key_Minus);
    QVERIFY(m_view->isFitted());
    QTest::keyClick(m_view, Qt::Key_Plus);
    QTest::keyClick(m_view, Qt::Key_0);
    QVERIFY(m_view->isFitted());
    QCOMPARE(int(m_view->port()), 0);
}

void tst_PortMapView::zoomsByWheelWhereThePointerIs()
{
    const QPoint at = m_view->cellArea(40'000).center();
    for (int i = 0; i < 4; ++i) {
        wheel(at, 1, Qt::ControlModifier);
        const auto port = m_view->portAt(at);
        QVERIFY(port);
        QVERIFY2(std::abs(*port / 256 - 40'000 / 256) <= 1
                     && std::abs(*port % 256 - 40'000 % 256) <= 1,
                 qPrintable(QString::number(*port)));
    }
    QVERIFY(m_view->canvas().cell() >= 6);
    const int scrolled = m_view->verticalScrollBar()->value();
    wheel(at, -1, Qt::NoModifier);
    QVERIFY(m_view->verticalScrollBar()->value() > scrolled);
    const double cell = m_view->canvas().cell();
    wheel(at, -1, Qt::ControlModifier);
    QVERIFY(m_view->canvas().cell() < cell);
}

void tst_PortMapView::scrollsToTheCursor()
{
    while (m_view->canZoomIn())
        m_view->zoomIn();
    for (const quint16 port : std::initializer_list<quint16>{65'535, 0, 32'768, 255, 65'280}) {
        m_view->setPort(port);
        QVERIFY(m_view->viewport()->rect().contains(m_view->cellArea(port)));
        QCOMPARE(m_view->portAt(m_view->cellArea(port).center()), port);
    }
}

void tst_PortMapView::pansByDragging()
{
    QSignalSpy activated(m_view, &PortMapView::portActivated);
    while (m_view->canZoomIn())
        m_view->zoomIn();
    m_view->setPort(30'000);
    QWidget *viewport = m_view->viewport();
    const QPoint begin = viewport->rect().center();
    const auto grabbed = m_view->portAt(begin);
    QTest::mousePress(viewport, Qt::LeftButton, {}, begin);
    const QPoint end = begin + QPoint(64, 48);
    QTest::mouseMove(viewport, end);
    QMouseEvent move(QEvent::MouseMove, end, viewport->mapToGlobal(end), Qt::NoButton,
                     Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(viewport, &move);
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, end);
    QCOMPARE(m_view->portAt(end), grabbed);
    QCOMPARE(activated.size(), 0);
    QCOMPARE(int(m_view->port()), 30'000);
}

void tst_PortMapView::drawsWhatArrives()
{
    const QPoint at = m_view->cellArea(20'000).center();
    QCOMPARE(shot().pixelColor(at), m_view->palette().color(QPalette::Base));
    m_model->append(ResultBuilder().open(1, 20'000).batch());
    QTRY_VERIFY(m_feed->isUpToDate());
    QCOMPARE(shot().pixelColor(at), stateColor(PortState::Open, m_view->palette()));
    m_feed->setHost(0);
    QCOMPARE(shot().pixelColor(at), m_view->palette().color(QPalette::Base));
}

void tst_PortMapView::followsThePalette()
{
    const QPoint at = m_view->cellArea(443).center();
    QCOMPARE(shot().pixelColor(at), stateColor(PortState::Open, m_view->palette()));
    QPalette dark(QColor(0x35, 0x35, 0x35));
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    m_window->setPalette(dark);
    QCOMPARE(shot().pixelColor(at), stateColor(PortState::Open, dark));
}

void tst_PortMapView::tellsScreenReadersOfTheCursor()
{
    QAccessibleInterface *accessible = QAccessible::queryAccessibleInterface(m_view);
    QVERIFY(accessible != nullptr);
    QCOMPARE(accessible->role(), QAccessible::Graphic);
    QCOMPARE(accessible->text(QAccessible::Name), QStringLiteral("Port map"));
    QTest::keyClicks(m_view, QStringLiteral("443"));
    const QString before = QStringLiteral("443/tcp https: open on 2 host(s), closed on 1 host(s)");
    QCOMPARE(accessible->text(QAccessible::Description), before);
    QSignalSpy shown(m_view, &PortMapView::currentTextChanged);
    m_model->append(ResultBuilder().host(3, kRouter + 3).closed(3, 443).batch());
    QTRY_COMPARE(shown.size(), 1);
    QVERIFY(shown.first().first().toString().endsWith(u"closed on 2 host(s)"));
    QCOMPARE(accessible->text(QAccessible::Description), before); // no chatter
    QTest::keyClicks(m_view, QStringLiteral("22"));
    m_view->setPort(22);
    QCOMPARE(accessible->text(QAccessible::Description), QStringLiteral("22/tcp ssh: not scanned"));
    m_model->append(ResultBuilder().open(3, 22).batch());
    QTRY_COMPARE(accessible->text(QAccessible::Description),
                 QStringLiteral("22/tcp ssh: open on 1 host(s)"));
}

void tst_PortMapView::showsWhichCellHasTheFocus()
{
    m_view->setPort(32'896);
    const QImage focused = shot();
    m_window->findChild<QLineEdit *>()->setFocus();
    const QImage unfocused = shot();
    QVERIFY(focused != unfocused);
    m_view->setPort(0);
    QVERIFY(shot() != unfocused);
}

void tst_PortMapView::hasAToolTipForEachCell()
{
    const auto ask = [this](QPoint at) {
        QHelpEvent event(QEvent::ToolTip, at, m_view->viewport()->mapToGlobal(at));
        QCoreApplication::sendEvent(m_view->viewport(), &event);
        return QToolTip::text();
    };
    QVERIFY(ask(m_view->cellArea(443).center()).contains(u"443/tcp\u2069 https: open on 2 host"));
    QVERIFY(ask(m_view->cellArea(22).center()).contains(u"22/tcp\u2069 ssh: not scanned"));
}

void tst_PortMapView::staysLeftToRight()
{
    const QRect before = m_view->cellArea(443);
    m_window->setLayoutDirection(Qt::RightToLeft);
    QCoreApplication::processEvents();
    QCOMPARE(m_view->cellArea(443), before);
    QVERIFY(m_view->cellArea(1).left() > m_view->cellArea(0).left());
}

QTEST_MAIN(tst_PortMapView)
#include "tst_portmapview.moc"
