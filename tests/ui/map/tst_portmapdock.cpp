// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/base/background.h"
#include "core/lookup/portcatalogue.h"
#include "core/settings/settings.h"
#include "tests/support/resultbuilder.h"
#include "ui/map/portmapdock.h"
#include "ui/map/portmaplegend.h"
#include "ui/map/portmapview.h"
#include "ui/model/resultmodel.h"
#include "ui/parts/emptypage.h"
#include "ui/parts/messagebar.h"

#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMainWindow>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QToolButton>

using namespace roadstead;

class tst_PortMapDock : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void saysWhenThereIsNothing();
    void showsAllHostsAtFirst();
    void showsAHost();
    void goesBackToAllHostsWithANewScan();
    void catchesUpWhenItIsShown();
    void countsInTheLegend();
    void legendTakesTheRoomThatThereIs();
    void passesOnWhatIsActivated();
    void zoomsByButtons();
    void everythingIsReachedByTab();
    void savesAPicture();
    void saysWhatWentWrongInPlace();

private:
    template <typename T>
    [[nodiscard]] T *child(const char *name) const
    {
        return m_dock->findChild<T *>(QLatin1String(name));
    }
    void append(const ResultBuilder &builder);

    PortCatalogue m_catalogue{QByteArray(), testServices()};
    QTemporaryDir m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QMainWindow> m_window;
    PortMapDock *m_dock = nullptr;
};

void tst_PortMapDock::init()
{
    m_model = std::make_unique<ResultModel>(m_catalogue);
    m_model->clear(testStart());
    m_window = std::make_unique<QMainWindow>();
    m_settings = std::make_unique<Settings>(m_folder.filePath(QStringLiteral("settings.ini")));
    m_dock = new PortMapDock(*m_model, *m_settings);
    m_window->addDockWidget(Qt::RightDockWidgetArea, m_dock);
    m_window->resize(600, 700);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
}

void tst_PortMapDock::cleanup()
{
    m_window.reset();
    m_model.reset();
    waitForBackground();
}

void tst_PortMapDock::append(const ResultBuilder &builder)
{
    m_model->append(builder.batch());
    QTRY_VERIFY(m_dock->feed().isUpToDate());
}

void tst_PortMapDock::saysWhenThereIsNothing()
{
    auto *empty = m_dock->findChild<EmptyPage *>();
    QVERIFY(empty->isVisible());
    QVERIFY(!m_dock->view()->isVisible());
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    QVERIFY(!empty->isVisible());
    QVERIFY(m_dock->view()->isVisible());
    m_model->clear(testStart());
    QVERIFY(empty->isVisible());
}

void tst_PortMapDock::showsAllHostsAtFirst()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    QCOMPARE(child<QLabel>("portMapHost")->text(), QStringLiteral("All hosts"));
    QCOMPARE(m_dock->view()->accessibleName(), QStringLiteral("Port map, All hosts"));
    m_dock->setPort(80);
    QVERIFY(child<QLabel>("portMapCurrent")->text().endsWith(u"http: open on 1 host(s)"));
}

void tst_PortMapDock::showsAHost()
{
    append(ResultBuilder().host(0, kRouter).host(1, kRouter + 1).open(0, 80).closed(1, 80));
    m_dock->setPort(80);
    m_dock->setHost(1);
    QCOMPARE(child<QLabel>("portMapHost")->text(), QStringLiteral("\u2066192.168.1.2\u2069"));
    QCOMPARE(m_dock->view()->accessibleName(), QStringLiteral("Port map, 192.168.1.2"));
    QVERIFY(child<QLabel>("portMapCurrent")->text().endsWith(u"http: closed"));
}

void tst_PortMapDock::goesBackToAllHostsWithANewScan()
{
    append(ResultBuilder().host(0, kRouter).host(1, kRouter + 1).closed(1, 80));
    m_dock->setHost(1);
    m_model->clear(testStart());
    QCOMPARE(m_dock->host(), PortMapData::kAllHosts);
    append(ResultBuilder().host(0, kRouter).host(1, kRouter + 1).open(0, 80).closed(1, 80));
    QCOMPARE(child<QLabel>("portMapHost")->text(), QStringLiteral("All hosts"));
    QCOMPARE(m_dock->feed().data().state(80), PortState::Open);
}

void tst_PortMapDock::catchesUpWhenItIsShown()
{
    m_dock->hide();
    m_model->append(ResultBuilder().host(0, kRouter).open(0, 80).batch());
    QCoreApplication::processEvents();
    QCOMPARE(m_dock->feed().data().rowsTaken(), 0U);
    m_dock->show();
    QCOMPARE(m_dock->feed().data().state(80), PortState::Open);
}

void tst_PortMapDock::countsInTheLegend()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80).closed(0, 81).closed(0, 82));
    QStringList texts;
    const auto labels = m_dock->findChild<PortMapLegend *>()->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (!label->text().isEmpty())
            texts.append(label->text());
        else
            QVERIFY(!label->pixmap().isNull());
    }
    QCOMPARE(texts, (QStringList{QStringLiteral("Open 1"), QStringLiteral("Unknown 0"),
                                 QStringLiteral("Closed 2"), QStringLiteral("Filtered 0"),
                                 QStringLiteral("Not scanned 65,533")}));
}

void tst_PortMapDock::legendTakesTheRoomThatThereIs()
{
    auto *legend = m_dock->findChild<PortMapLegend *>();
    const int one = legend->minimumSizeHint().width();
    QCOMPARE(legend->heightForWidth(one), 5 * legend->heightForWidth(5 * one));
    QCOMPARE(legend->heightForWidth(2 * one), 3 * legend->heightForWidth(5 * one));
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    for (const int width : {300, 420, 900}) {
        m_window->resize(width, 700);
        QCoreApplication::processEvents();
        QCOMPARE(legend->height(), legend->heightForWidth(legend->width()));
        const auto labels = legend->findChildren<QLabel *>();
        for (const QLabel *label : labels)
            QVERIFY(legend->rect().contains(label->geometry()));
    }
}

void tst_PortMapDock::passesOnWhatIsActivated()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    QSignalSpy activated(m_dock, &PortMapDock::portActivated);
    m_dock->setPort(80);
    QCOMPARE(activated.size(), 0);
    m_dock->view()->setFocus();
    QTest::keyClick(m_dock->view(), Qt::Key_Enter);
    QCOMPARE(activated.size(), 1);
    QCOMPARE(activated.first().first().value<quint16>(), quint16(80));
}

void tst_PortMapDock::zoomsByButtons()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    auto *in = child<QToolButton>("portMapZoomIn");
    auto *out = child<QToolButton>("portMapZoomOut");
    auto *fit = child<QToolButton>("portMapFit");
    QVERIFY(in->isEnabled() && !out->isEnabled() && !fit->isEnabled());
    for (int i = 0; i < 10 && in->isEnabled(); ++i)
        in->click();
    QCOMPARE(m_dock->view()->canvas().cell(), 16.0);
    QVERIFY(!in->isEnabled() && out->isEnabled() && fit->isEnabled());
    out->click();
    QCOMPARE(m_dock->view()->canvas().cell(), 12.0);
    fit->click();
    QVERIFY(m_dock->view()->isFitted());
}

void tst_PortMapDock::everythingIsReachedByTab()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    m_dock->view()->zoomIn(); // all buttons are enabled
    QSet<QString> reached;
    m_dock->view()->setFocus();
    for (int i = 0; i < 12 && QApplication::focusWidget() != nullptr; ++i) {
        reached.insert(QApplication::focusWidget()->objectName());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    }
    for (const char *name :
         {"portMapView", "portMapZoomIn", "portMapZoomOut", "portMapFit", "portMapSave"})
        QVERIFY2(reached.contains(QLatin1String(name)), name);
}

void tst_PortMapDock::savesAPicture()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    m_dock->setHost(0);
    const QString path = m_folder.filePath(QStringLiteral("map.png"));
    m_dock->setNextFileName(path);
    child<QToolButton>("portMapSave")->click();
    const auto *messages = m_dock->findChild<MessageBar *>();
    QTRY_COMPARE(messages->messages().size(), 1);
    QCOMPARE(messages->messages().first().level, MessageLevel::Information);
    QVERIFY(messages->messages().first().text.contains(path));
    QCOMPARE(QImage(path).text(QStringLiteral("Title")), QStringLiteral("Port map, 192.168.1.1"));
}

void tst_PortMapDock::saysWhatWentWrongInPlace()
{
    append(ResultBuilder().host(0, kRouter).open(0, 80));
    m_dock->setNextFileName(m_folder.filePath(QStringLiteral("nowhere/map.svg")));
    m_dock->save();
    const auto *messages = m_dock->findChild<MessageBar *>();
    QTRY_COMPARE(messages->messages().size(), 1);
    const Message failed = messages->messages().first();
    QCOMPARE(failed.level, MessageLevel::Error);
    QCOMPARE(failed.actions.size(), 2);
    const QString other = m_folder.filePath(QStringLiteral("other.svg"));
    m_dock->setNextFileName(other);
    failed.actions.first().run(); // elsewhere
    QTRY_VERIFY(!messages->messages().isEmpty()
                && messages->messages().first().level == MessageLevel::Information);
    QVERIFY(QFile::exists(other));
}

QTEST_MAIN(tst_PortMapDock)
#include "tst_portmapdock.moc"
