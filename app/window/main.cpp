// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The window's door. --version and --help must work on a computer without a display, so they are
// answered before QApplication, which ends the process when it finds none.

#include "app/signals/signalwatcher.h"
#include "core/base/background.h"
#include "core/base/plaintext.h"
#include "core/lookup/portcatalogue.h"
#include "core/scan/scanengine.h"
#include "core/settings/settings.h"
#include "ui/document/startarguments.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QIcon>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>
#include <cstdio>
#include <span>

#include <signal.h>

using namespace roadstead;

namespace {

constexpr int kUsageError = 2;

QString portsOption()
{
    return QStringLiteral("ports");
}

QString startOption()
{
    return QStringLiteral("start");
}

QString translated(const char *text)
{
    return QCoreApplication::translate("main", text);
}

void setIdentity()
{
    QCoreApplication::setOrganizationName(QStringLiteral("Roadstead"));
    QCoreApplication::setOrganizationDomain(QStringLiteral("roadstead.org"));
    QCoreApplication::setApplicationName(QStringLiteral("roadstead"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROADSTEAD_VERSION));
}

void loadTranslations(QTranslator &own, QTranslator &qt)
{
    // English too has a file: its plural forms.
    if (own.load(QLocale(), QStringLiteral("roadstead"), QStringLiteral("_"),
                 QStringLiteral(":/i18n"))
        || own.load(QStringLiteral(":/i18n/roadstead_en")))
        QCoreApplication::installTranslator(&own);
    if (qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
}

void addOptions(QCommandLineParser &parser)
{
    parser.setApplicationDescription(
        translated(QT_TRANSLATE_NOOP("main", "Roadstead scans TCP ports.")));
    parser.addHelpOption();
    parser.addVersionOption();
    parser.addOption(
        {{QStringLiteral("p"), portsOption()},
         translated(QT_TRANSLATE_NOOP(
             "main", "Fill in the ports: 22,80,8000-8100, http*, top:50 or a preset.")),
         translated(QT_TRANSLATE_NOOP("main", "ports"))});
    parser.addOption(
        {startOption(), translated(QT_TRANSLATE_NOOP("main", "Start the scan at once."))});
    parser.addPositionalArgument(
        translated(QT_TRANSLATE_NOOP("main", "target")),
        translated(QT_TRANSLATE_NOOP("main", "Addresses, ranges, CIDR blocks or names; or files "
                                             "of scans, each for a window of its own.")),
        translated(QT_TRANSLATE_NOOP("main", "[target...|file...]")));
}

/// True for --help and --version among the options, not among what follows "--".
bool asksForText(std::span<char *const> arguments)
{
    for (const char *argument : arguments) {
        const QLatin1String text(argument);
        if (text == QLatin1String("--"))
            return false;
        for (const char *option : {"--help", "-h", "--help-all", "--version", "-v"}) {
            if (text == QLatin1String(option))
                return true;
        }
    }
    return false;
}

bool hasDisplay(std::span<char *const> arguments)
{
    const bool isChosen = std::any_of(arguments.begin(), arguments.end(), [](const char *argument) {
        return QLatin1String(argument).contains(QLatin1String("-platform"));
    });
    return isChosen || qEnvironmentVariableIsSet("QT_QPA_PLATFORM")
           || !qEnvironmentVariableIsEmpty("DISPLAY")
           || !qEnvironmentVariableIsEmpty("WAYLAND_DISPLAY");
}

void complain(const QString &sentence)
{
    std::fprintf(stderr, "roadstead: %s\n", qPrintable(plainText(sentence)));
}

/// False, and said so, for an unknown option or a missing value.
bool isUnderstood(QCommandLineParser &parser)
{
    if (parser.parse(QCoreApplication::arguments()))
        return true;
    complain(parser.errorText());
    return false;
}

/// For --help and --version, and where there is no display.
int answerInText(int &argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QTranslator own;
    QTranslator qt;
    loadTranslations(own, qt);
    QCommandLineParser parser;
    addOptions(parser);
    if (asksForText({argv + 1, static_cast<size_t>(argc - 1)}))
        parser.process(application); // prints and exits
    if (!isUnderstood(parser))
        return kUsageError;
    complain(translated(
        QT_TRANSLATE_NOOP("main", "no display; roadstead-cli does the same in a terminal")));
    return 1;
}

/// A window with an engine of its own; both go when it is closed.
MainWindow *openWindow(const PortCatalogue &catalogue, Settings &settings)
{
    auto *engine = new ScanEngine;
    engine->keepAwake(translated(QT_TRANSLATE_NOOP("main", "A port scan is running")));
    auto *window =
        new MainWindow(*engine, catalogue, settings, ScanShelf(ScanShelf::defaultFolder()));
    window->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(window, &QObject::destroyed, engine, [engine] { delete engine; });
    QObject::connect(window, &MainWindow::newWindowRequested, window,
                     [&catalogue, &settings] { openWindow(catalogue, settings); });
    QObject::connect(window, &MainWindow::openInOtherWindowRequested, window,
                     [&](const QString &path, MainWindow::AfterOpening then) {
                         openWindow(catalogue, settings)->openFile(path, then);
                     });
    QObject::connect(qApp, &QGuiApplication::commitDataRequest, window, &MainWindow::pauseAtLogout);
    window->show();
    return window;
}

/// Each file gets a window of its own.
void openFiles(MainWindow &window, const QStringList &files, const PortCatalogue &catalogue,
               Settings &settings)
{
    window.openFile(files.first());
    for (const QString &file : files.mid(1))
        openWindow(catalogue, settings)->openFile(file);
}

/// What files are opened with makes no scan.
bool isScanAskedFor(const QCommandLineParser &parser, const StartArguments &arguments)
{
    return !arguments.targets.isEmpty() || parser.isSet(portsOption())
           || parser.isSet(startOption());
}

/// As at logout: what runs is paused and saved, and the windows close when it is.
void closeAllUnasked()
{
    const QWidgetList widgets = QApplication::topLevelWidgets();
    for (QWidget *widget : widgets) {
        if (auto *window = qobject_cast<MainWindow *>(widget))
            window->closeUnasked();
    }
}

int runWindow()
{
    QTranslator own;
    QTranslator qt;
    loadTranslations(own, qt);
    QCommandLineParser parser;
    addOptions(parser);
    if (!isUnderstood(parser))
        return kUsageError;
    const StartArguments arguments = sortArguments(parser.positionalArguments());
    if (!arguments.files.isEmpty() && isScanAskedFor(parser, arguments)) {
        complain(translated(QT_TRANSLATE_NOOP(
            "main", "files are opened, and nothing is scanned then: leave out targets, --ports "
                    "and --start")));
        return kUsageError;
    }
    QGuiApplication::setDesktopFileName(QStringLiteral("org.roadstead.Roadstead"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/roadstead.svg")));
    const PortCatalogue catalogue;
    Settings settings;
    MainWindow *window = openWindow(catalogue, settings);
    if (parser.isSet(portsOption()))
        window->setPorts(parser.value(portsOption()));
    if (!arguments.files.isEmpty())
        openFiles(*window, arguments.files, catalogue, settings);
    else if (!arguments.targets.isEmpty())
        window->setTargets(arguments.targets.join(u' '));
    if (parser.isSet(startOption()))
        window->startScan();
    window->lookAtShelf();
    const SignalWatcher signalWatcher({SIGHUP});
    QObject::connect(&signalWatcher, &SignalWatcher::received, qApp, &closeAllUnasked);
    const int code = QApplication::exec();
    QCoreApplication::sendPostedEvents(
        nullptr, QEvent::DeferredDelete); // a window closed last uses what is above
    // So does what a window still had under way in the background.
    waitForBackground();
    const int caught = SignalWatcher::caughtSignal();
    return caught != 0 ? 128 + caught : code;
}

} // namespace

int main(int argc, char *argv[])
{
    ScanEngine::prepareProcess();
    setIdentity();
    const std::span<char *const> arguments(argv + 1, argc > 0 ? static_cast<size_t>(argc - 1) : 0);
    if (asksForText(arguments) || !hasDisplay(arguments))
        return answerInText(argc, argv);
    const QApplication application(argc, argv);
    return ScanEngine::leaveProcess(runWindow());
}
