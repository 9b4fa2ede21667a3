// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Pictures of the real window for the README and for the eyes: screenshots [--dark] SCENE FILE.png.
// The scenes are played with the engine's own signals, so that no network is needed and every
// picture is the same each time.

#include "core/lookup/portcatalogue.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/model/resultmodel.h"
#include "ui/results/filterrow.h"
#include "ui/window/mainwindow.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QCommandLineParser>
#include <QDialog>
#include <QLineEdit>
#include <QStyleFactory>
#include <QTableView>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>

#include <array>
#include <cstdio>

using namespace roadstead;
using namespace std::chrono_literals;

namespace {

struct Sample
{
    quint32 host;
    quint16 port;
    PortState state;
    Reason reason;
    quint32 rttMicroseconds;
};

constexpr quint32 kNone = PortResult::kNoRtt;
constexpr std::array kSamples{
    Sample{1, 53, PortState::Open, Reason::SynAck, 600},
    Sample{1, 80, PortState::Open, Reason::SynAck, 900},
    Sample{1, 443, PortState::Open, Reason::SynAck, 1'100},
    Sample{20, 22, PortState::Open, Reason::SynAck, 2'400},
    Sample{42, 631, PortState::Open, Reason::SynAck, 12'300},
    Sample{42, 9100, PortState::Open, Reason::SynAck, 12'900},
    Sample{77, 8080, PortState::Open, Reason::SynAck, 5'000},
    Sample{99, 22, PortState::Unknown, Reason::NoRoute, kNone},
    Sample{1, 22, PortState::Closed, Reason::Reset, 700},
    Sample{1, 23, PortState::Closed, Reason::Reset, 710},
    Sample{20, 445, PortState::Filtered, Reason::NoResponse, kNone},
    Sample{20, 3389, PortState::Filtered, Reason::AdminProhibited, 3'100},
};

/// What the details show: a banner, a rejection, and which port answered first.
void addEvidence(ResultBatch &batch)
{
    Detail banner;
    banner.banner = "SSH-2.0-OpenSSH_9.2p1 Debian-2+deb12u3\r\n";
    Detail rejection;
    rejection.icmp = IcmpMessage{3, 13, Address::fromIpv4(0xc0a8'0101)};
    batch.details = {{3, banner}, {11, rejection}};
    for (const quint32 number : {1U, 20U, 42U, 77U}) {
        batch.changes.append({.host = number,
                              .address = Address::fromIpv4(0xc0a8'0100 + number),
                              .event = HostEvent::Up,
                              .port = 22,
                              .reason = Reason::SynAck});
    }
}

ResultBatch sampleBatch()
{
    ResultBatch batch;
    for (const quint32 number : {1U, 20U, 42U, 77U, 99U}) {
        QStringList names;
        if (number == 1)
            names.append(QStringLiteral("router.lan"));
        if (number == 42)
            names.append(QStringLiteral("printer.lan"));
        batch.hosts.append({number, Address::fromIpv4(0xc0a8'0100 + number), names});
    }
    quint32 at = 0;
    for (const Sample &sample : kSamples) {
        PortResult row;
        row.host = sample.host;
        row.port = sample.port;
        row.setRtt(sample.rttMicroseconds);
        row.atMilliseconds = at += 140;
        row.setVerdict(sample.state, sample.reason);
        if (sample.reason == Reason::NoResponse) {
            row.attempts = 2;
            row.setMissChance(0.0002);
        }
        batch.rows.append(row);
    }
    addEvidence(batch);
    return batch;
}

/// The many that a real scan has, so that the counts look like one's.
ResultBatch manyOthers(PortState state, Reason reason, quint32 host, quint16 first, quint16 count)
{
    ResultBatch batch;
    for (quint16 i = 0; i < count; ++i) {
        PortResult row;
        row.host = host;
        row.port = static_cast<quint16>(first + i);
        row.atMilliseconds = 2'000;
        row.setVerdict(state, reason);
        if (state == PortState::Closed)
            row.setRtt(800);
        else
            row.setMissChance(0.0002);
        batch.rows.append(row);
    }
    return batch;
}

void playScan(MainWindow &window, ScanEngine &engine)
{
    window.setTargets(QStringLiteral("192.168.1.0/24"));
    window.setPorts(QStringLiteral("common"));
    QTest::qWait(400);
    const QDateTime startedAt(QDate(2026, 1, 31), QTime(12, 0), Qt::UTC);
    window.findChild<ResultModel *>()->clear(startedAt);
    emit engine.stateChanged(ScanState::Scanning);
    emit engine.resultsReady(sampleBatch());
    emit engine.resultsReady(manyOthers(PortState::Closed, Reason::Reset, 77, 20'000, 10'651));
    emit engine.resultsReady(
        manyOthers(PortState::Filtered, Reason::NoResponse, 99, 40'000, 1'010));
    for (int second = 1; second <= 5; ++second) {
        emit engine.progressChanged({.total = 25'400,
                                     .done = 2'335ULL * static_cast<quint64>(second),
                                     .hosts = 254,
                                     .silent = 1'800ULL * static_cast<quint64>(second),
                                     .inFlight = 512,
                                     .loss = 0.029,
                                     .rtt = 20'100us,
                                     .limit = ScanLimit::Path,
                                     .probesPerSecond = 2'335,
                                     .elapsed = std::chrono::seconds(second)});
    }
}

void playFinish(ScanEngine &engine)
{
    emit engine.resultsReady(
        manyOthers(PortState::Filtered, Reason::NoResponse, 99, 42'000, 13'727));
    ScanSummary summary;
    summary.total = summary.done = 25'400;
    summary.hosts = 254;
    summary.counts = {7, 1, 10'653, 14'739};
    summary.elapsed = 11'240ms;
    emit engine.stateChanged(ScanState::Finished);
    emit engine.finished(summary);
}

QPalette darkPalette()
{
    QPalette dark(QColor(0x2d, 0x2d, 0x2d));
    dark.setColor(QPalette::Base, QColor(0x1e, 0x1e, 0x1e));
    dark.setColor(QPalette::AlternateBase, QColor(0x26, 0x26, 0x26));
    dark.setColor(QPalette::Text, QColor(0xec, 0xec, 0xec));
    dark.setColor(QPalette::WindowText, QColor(0xec, 0xec, 0xec));
    dark.setColor(QPalette::ButtonText, QColor(0xec, 0xec, 0xec));
    dark.setColor(QPalette::PlaceholderText, QColor(0x96, 0x96, 0x96));
    dark.setColor(QPalette::Highlight, QColor(0x2d, 0x6f, 0xa8));
    dark.setColor(QPalette::HighlightedText, Qt::white);
    for (const QPalette::ColorRole role :
         {QPalette::Text, QPalette::WindowText, QPalette::ButtonText})
        dark.setColor(QPalette::Disabled, role, QColor(0x80, 0x80, 0x80));
    return dark;
}

/// True if there is such a scene.
bool play(const QString &scene, MainWindow &window, ScanEngine &engine)
{
    const auto trigger = [&window](const char *name) {
        window.findChild<QAction *>(QLatin1String(name))->trigger();
    };
    if (scene == QLatin1String("empty"))
        return true;
    if (scene == QLatin1String("fault")) {
        window.setTargets(QStringLiteral("192.168.1.1, 10.0.0.0/33, server.example"));
        QTest::qWait(500);
        return true;
    }
    if (scene == QLatin1String("guard")) {
        window.setTargets(QStringLiteral("8.0.0.0/8"));
        window.startScan();
        return true;
    }
    if (scene == QLatin1String("connecting")) {
        window.setTargets(QStringLiteral("192.168.1.0/24"));
        QTest::qWait(400);
        emit engine.stateChanged(ScanState::Scanning);
        return true;
    }
    if (scene == QLatin1String("states") || scene == QLatin1String("shortcuts")
        || scene == QLatin1String("options") || scene == QLatin1String("pickTargets")
        || scene == QLatin1String("about")) {
        trigger(scene == QLatin1String("states") ? "statesHelp" : scene.toLatin1().constData());
        return true;
    }
    if (scene == QLatin1String("advanced")) {
        trigger("options");
        window.findChild<QAbstractButton *>(QStringLiteral("advancedButton"))->click();
        return true;
    }
    playScan(window, engine);
    if (scene == QLatin1String("scanning")) {
        emit engine.noticed({ScanNoticeCode::NameNotResolved, QStringLiteral("prinetr.lan"), 0});
        return true;
    }
    playFinish(engine);
    auto *table = window.findChild<QTableView *>();
    if (scene == QLatin1String("allstates")) {
        auto *filter = window.findChild<FilterRow *>();
        for (const PortState state : kAllPortStates)
            filter->setShown(state, true);
        filter->setFilterText(QStringLiteral("port:1-9999 host:192.168.1.*"));
        table->selectRow(3);
        return true;
    }
    if (scene.startsWith(QLatin1String("details"))) {
        trigger("details");
        if (scene == QLatin1String("details"))
            table->setCurrentIndex(table->model()->index(3, 0));
        if (scene == QLatin1String("detailssilent")) {
            auto *filter = window.findChild<FilterRow *>();
            filter->setShown(PortState::Filtered, true);
            filter->setFilterText(QStringLiteral("port:445"));
            QTest::qWait(300);
            table->setCurrentIndex(table->model()->index(0, 0));
        }
        if (scene == QLatin1String("detailstotals"))
            table->selectAll();
        return true;
    }
    if (scene == QLatin1String("export"))
        trigger("exportCsv");
    return scene == QLatin1String("finished") || scene == QLatin1String("export");
}

} // namespace

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates));
    QTranslator english;
    if (english.load(QStringLiteral(":/i18n/roadstead_en")))
        QCoreApplication::installTranslator(&english);
    QCommandLineParser parser;
    parser.addOption({QStringLiteral("dark"), QStringLiteral("Dark colours.")});
    parser.addOption(
        {QStringLiteral("size"), QStringLiteral("Size of the window."), QStringLiteral("WxH")});
    parser.process(application);
    if (parser.positionalArguments().size() != 2) {
        std::fputs("screenshots [--dark] [--size WxH] SCENE FILE.png\n", stderr);
        return 2;
    }
    if (parser.isSet(QStringLiteral("dark")))
        QApplication::setPalette(darkPalette());
    const QTemporaryDir folder;
    Settings settings(folder.filePath(QStringLiteral("settings.ini")));
    const PortCatalogue catalogue;
    ScanEngine engine;
    MainWindow window(engine, catalogue, settings);
    const QStringList size = parser.value(QStringLiteral("size")).split(u'x');
    if (size.size() == 2)
        window.resize(size.at(0).toInt(), size.at(1).toInt());
    window.show();
    if (!play(parser.positionalArguments().at(0), window, engine)) {
        std::fputs("screenshots: no such scene\n", stderr);
        return 2;
    }
    QTest::qWait(300);
    QWidget *shown = &window;
    if (auto *dialog = QApplication::activeModalWidget())
        shown = dialog;
    const QList<QDialog *> dialogs = window.findChildren<QDialog *>();
    for (QDialog *dialog : dialogs) {
        if (dialog->isVisible())
            shown = dialog;
    }
    return shown->grab().save(parser.positionalArguments().at(1)) ? 0 : 1;
}
