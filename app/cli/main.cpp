// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/commandlinescan.h"
#include "app/cli/console.h"
#include "app/cli/documents.h"
#include "app/cli/expectationinput.h"
#include "app/cli/options.h"
#include "app/cli/targetinput.h"
#include "app/signals/signalwatcher.h"
#include "core/lookup/portcatalogue.h"
#include "core/record/resumption.h"
#include "core/record/scanreader.h"
#include "core/scan/scanengine.h"
#include "core/scan/targetresolution.h"
#include "ui/words/recordwords.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

using namespace roadstead;

namespace {

/// A descriptor that the shell closed (>&-) would be the next one opened, and what is printed would
/// go there. Each missing one is opened the wrong way round, so that using it fails.
void reserveStandardDescriptors()
{
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (::fcntl(descriptor, F_GETFD) < 0)
            ::open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY);
    }
}

/// `own` and, for what Qt itself says in --help, `qt`.
void installTranslations(QTranslator &own, QTranslator &qt)
{
    if (qt.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(&qt);
    const QString folder = QStringLiteral(":/i18n");
    if (!own.load(QLocale(), QStringLiteral("roadstead"), QStringLiteral("_"), folder)) {
        // English needs its plural forms, and English sentences English numbers.
        QLocale::setDefault(QLocale(QLocale::English));
        if (!own.load(QStringLiteral("roadstead_en"), folder))
            return;
    }
    QCoreApplication::installTranslator(&own);
}

int print(const QString &text)
{
    const QByteArray bytes = text.toLocal8Bit();
    const bool isWritten = fwrite(bytes.constData(), 1, static_cast<size_t>(bytes.size()), stdout)
                           == static_cast<size_t>(bytes.size());
    return isWritten && fflush(stdout) == 0 ? ExitComplete : ExitIncomplete;
}

QString presetList(const PortCatalogue &catalogue)
{
    constexpr int kIdWidth = 18;
    constexpr int kCountWidth = 6;
    QString text;
    for (const PortPreset &preset : catalogue.presets())
        text += preset.id.leftJustified(kIdWidth)
                + QString::number(preset.ports.size()).rightJustified(kCountWidth) + u"  "
                + preset.title + u'\n';
    return text;
}

/// Until all is written, or a second signal comes.
int waitFor(CommandLineScan &run)
{
    SignalWatcher signalWatcher;
    QObject::connect(&signalWatcher, &SignalWatcher::received, &run, &CommandLineScan::requestStop);
    // Queued, because the engine is still inside its own signal.
    QObject::connect(&run, &CommandLineScan::ended, qApp, &QCoreApplication::exit,
                     Qt::QueuedConnection);
    const int exitCode = QCoreApplication::exec();
    return SignalWatcher::caughtSignal() != 0 ? 128 + SignalWatcher::caughtSignal() : exitCode;
}

int scan(const CliOptions &options, const Expectations &expectations,
         const PortCatalogue &catalogue, Console &console)
{
    const Expected<CliRequest, InputError> request = readRequest(options, catalogue);
    if (!request) {
        console.say(request.error().sentence, request.error().excerpt);
        return ExitUsage;
    }
    CommandLineScan run(options, catalogue, console);
    if (!run.openOutputs())
        return ExitIncomplete;
    for (const QString &note : request->notes) {
        if (!options.quiet)
            console.say(note);
    }
    run.setExpectations(expectations);
    run.start(request->scan);
    return waitFor(run);
}

/// One of which nothing is left is only written.
int resume(const CliOptions &options, const GivenExpectations &expectations,
           const PortCatalogue &catalogue, Console &console)
{
    Expected<ScanDocument, RecordError> read = readScanFile(options.documentPath);
    if (!read) {
        console.say(words::of(read.error()));
        return ExitUsage;
    }
    const ScanDocument document = std::move(read).value();
    const Expected<ScanResumption, RecordError> earlier = prepareResumption(document);
    if (!earlier && earlier.error().code != RecordError::Code::NothingToContinue) {
        RecordError error = earlier.error();
        error.path = options.documentPath;
        console.say(words::of(error));
        return ExitUsage;
    }
    const Expected<Expectations, QString> expected = expectationsFor(document, expectations);
    if (!expected) {
        console.say(expected.error());
        return ExitUsage;
    }
    if (!earlier)
        return showDocument(document, options, *expected, catalogue, console);
    CommandLineScan run(options, catalogue, console);
    if (!run.openOutputs())
        return ExitIncomplete;
    const QStringList notes = sizeNotes(resolvedRequest(document.header.request, earlier->answers));
    for (const QString &note : notes) {
        if (!options.quiet)
            console.say(note);
    }
    run.setExpectations(*expected);
    run.resume(document, *earlier);
    return waitFor(run);
}

/// Whatever has to do with scans.
int run(const CliOptions &options)
{
    using Action = CliOptions::Action;
    const PortCatalogue catalogue;
    Console console;
    GivenExpectations expectations;
    if (options.expectationsPath) {
        const auto read = readExpectationFile(*options.expectationsPath);
        if (!read) {
            console.say(read.error().sentence, read.error().excerpt);
            return ExitUsage;
        }
        expectations = *read;
    }
    switch (options.action) {
    case Action::Resume:
        return resume(options, expectations, catalogue, console);
    case Action::Import:
        return importResults(options, expectations, catalogue, console);
    case Action::Merge:
        return mergeDocuments(options, expectations, catalogue, console);
    case Action::Compare:
        return compareDocuments(options, catalogue, console);
    default:
        return scan(options, expectations.value_or(Expectations()), catalogue, console);
    }
}

} // namespace

int main(int argc, char *argv[])
{
    reserveStandardDescriptors();
    ::signal(SIGPIPE, SIG_IGN); // a write says EPIPE instead
    ScanEngine::prepareProcess();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("roadstead-cli"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ROADSTEAD_VERSION));
    QTranslator own;
    QTranslator qt;
    installTranslations(own, qt);

    const Expected<CliOptions, QString> options = parseOptions(QCoreApplication::arguments());
    if (!options) {
        Console().say(options.error());
        return ExitUsage;
    }
    switch (options->action) {
    case CliOptions::Action::ShowHelp:
        return print(helpText());
    case CliOptions::Action::ShowVersion:
        return print(u"roadstead-cli " + QCoreApplication::applicationVersion() + u'\n');
    case CliOptions::Action::ListPresets:
        return print(presetList(PortCatalogue()));
    default:
        return ScanEngine::leaveProcess(run(*options));
    }
}
