// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/documents.h"

#include "app/cli/conclusion.h"
#include "app/cli/console.h"
#include "app/cli/scanoutputs.h"
#include "core/base/plaintext.h"
#include "core/compare/scancomparison.h"
#include "core/exchange/comparisonexport.h"
#include "core/exchange/openscan.h"
#include "core/file/outputfile.h"
#include "core/record/merge.h"
#include "core/record/namedscans.h"
#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "ui/words/expectationwords.h"
#include "ui/words/recordwords.h"

#include <QCoreApplication>

#include <utility>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

struct Surroundings
{
    const PortCatalogue &catalogue;
    Console &console;
};

/// Exit codes of --compare, like diff's.
enum CompareCode : int {
    CompareSame = 0,
    CompareDiffer = 1,
    CompareTrouble = 2,
};

/// The file first: what cannot be kept is not worth a report.
int saveAndShow(ScanDocument document, const std::optional<QString> &path,
                const CliOptions &options, const GivenExpectations &given,
                const Surroundings &around)
{
    const Expected<Expectations, QString> expectations = expectationsFor(document, given);
    if (!expectations) {
        around.console.say(expectations.error());
        return ExitUsage;
    }
    if (given)
        document.expectations = written(*given);
    ScanOutputs outputs(options, around.catalogue, around.console);
    if (!outputs.open())
        return ExitIncomplete;
    if (path) {
        if (const auto error = writeScanFile(*path, document)) {
            around.console.say(words::of(*error));
            return ExitIncomplete;
        }
        rememberScan(*path);
    }
    return conclude({document.store, document.header, summaryOf(document.header), *expectations},
                    options, around.console, outputs);
}

} // namespace

Expected<ScanDocument, QString> openDocument(const QString &path, Console &console, bool isQuiet)
{
    Expected<OpenedScan, OpenError> opened = openScan(path);
    if (!opened)
        return words::of(opened.error(), path);
    for (const ImportNote &note : opened->notes) {
        if (!isQuiet)
            console.say(plainText(path) + u": " + words::of(note));
    }
    return std::move(opened).value().document;
}

Expected<Expectations, QString> expectationsFor(const ScanDocument &document,
                                                const GivenExpectations &given)
{
    if (given)
        return *given;
    Expected<Expectations, ExpectationError> kept = readExpectations(document.expectations);
    if (kept)
        return std::move(kept).value();
    return Texts::tr("The expectations that the scan keeps cannot be read; give others with "
                     "--expect. Line %1: %2",
                     "line, what is wrong")
        .arg(kept.error().line)
        .arg(words::of(kept.error()));
}

void rememberScan(const QString &path)
{
    NamedScans(ScanShelf(ScanShelf::defaultFolder())).remember(path);
}

int showDocument(const ScanDocument &document, const CliOptions &options,
                 const Expectations &expectations, const PortCatalogue &catalogue, Console &console)
{
    return saveAndShow(document, std::nullopt, options, expectations, {catalogue, console});
}

int importResults(const CliOptions &options, const GivenExpectations &expectations,
                  const PortCatalogue &catalogue, Console &console)
{
    Expected<ScanDocument, QString> document =
        openDocument(options.documentPath, console, options.quiet);
    if (!document) {
        console.say(document.error());
        return ExitUsage;
    }
    return saveAndShow(std::move(document).value(), options.savePath, options, expectations,
                       {catalogue, console});
}

int mergeDocuments(const CliOptions &options, const GivenExpectations &expectations,
                   const PortCatalogue &catalogue, Console &console)
{
    QList<MergePart> parts;
    for (const QString &path : options.documents.mid(1)) {
        Expected<ScanDocument, RecordError> part = readScanFile(path);
        if (!part) {
            console.say(words::of(part.error()));
            return ExitUsage;
        }
        parts.append({.path = path, .document = std::move(part).value()});
    }
    Expected<ScanDocument, RecordError> merged = mergeScans(std::move(parts));
    if (!merged) {
        console.say(words::of(merged.error()));
        return ExitUsage;
    }
    return saveAndShow(std::move(merged).value(), options.documents.first(), options, expectations,
                       {catalogue, console});
}

int compareDocuments(const CliOptions &options, const PortCatalogue &catalogue, Console &console)
{
    QList<ResultStore> stores;
    for (const QString &path : options.documents) {
        const Expected<ScanDocument, QString> document = openDocument(path, console, options.quiet);
        if (!document) {
            console.say(document.error());
            return CompareTrouble;
        }
        stores.append(document->store);
    }
    ComparisonExportRequest request;
    request.comparison = compareScans(stores.first(), stores.last()).value_or(ScanComparison());
    request.form = options.csvPath ? ComparisonForm::Csv : ComparisonForm::Lines;
    request.csv = csvOptions(options);
    OutputFile output(options.csvPath.value_or(QStringLiteral("-")));
    const bool isWritten = output.open() && writeComparison(request, catalogue, output).isEmpty();
    if (!isWritten && !output.isReaderGone()) {
        sayHowItFailed(output, console);
        return CompareTrouble;
    }
    return request.comparison.hasChanges() ? CompareDiffer : CompareSame;
}

} // namespace roadstead
