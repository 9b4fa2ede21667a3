// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "app/cli/scanoutputs.h"

#include "app/cli/console.h"
#include "app/cli/report.h"
#include "core/base/plaintext.h"
#include "core/file/outputfile.h"
#include "core/record/requestjson.h"
#include "ui/words/exportwords.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace roadstead {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(cli)
};

} // namespace

CsvOptions csvOptions(const CliOptions &options)
{
    CsvOptions csv = options.csvExcel ? csvForSpreadsheets(QLocale::system()) : CsvOptions();
    csv.protectFormulas = !options.csvRaw;
    return csv;
}

ScanOutputs::ScanOutputs(const CliOptions &options, const PortCatalogue &catalogue,
                         Console &console)
    : m_options(options)
    , m_catalogue(catalogue)
    , m_console(console)
{}

ScanOutputs::~ScanOutputs() = default;

bool ScanOutputs::open()
{
    if (!addFile(m_options.csvPath, csvOptions(m_options))
        || !addFile(m_options.jsonPath, JsonLinesForm())
        || !addFile(m_options.xmlPath, NmapXmlForm()) || !addFile(m_options.htmlPath, HtmlForm())
        || !addFile(m_options.listPath, ListForm()))
        return false;
    const bool isTaken = std::any_of(m_files.cbegin(), m_files.cend(), [](const File &file) {
        return file.output->isStandardOutput();
    });
    if (isTaken)
        return true;
    m_report = std::make_unique<OutputFile>(QStringLiteral("-"));
    return open(*m_report);
}

bool ScanOutputs::addFile(const std::optional<QString> &path, const ExportForm &form)
{
    if (!path)
        return true;
    m_files.push_back({.output = std::make_unique<OutputFile>(*path), .form = form});
    return open(*m_files.back().output);
}

bool ScanOutputs::open(OutputFile &file)
{
    if (file.open())
        return true;
    sayHowItFailed(file, m_console);
    return false;
}

bool ScanOutputs::isWatched() const
{
    return m_report && m_console.isOutputTerminal();
}

bool ScanOutputs::print(const QString &text)
{
    if (m_report && !m_isReportBroken)
        m_isReportBroken = !m_report->write(text.toLocal8Bit());
    return m_report && !m_isReportBroken;
}

bool ScanOutputs::write(const ResultStore &store, const ScanHeader &header,
                        const ScanSummary &summary)
{
    bool isWritten = true;
    for (const File &file : m_files)
        isWritten = writeFile(file, store, header) && isWritten;
    return (!m_report || writeReport(store, summary)) && isWritten;
}

bool ScanOutputs::writeReport(const ResultStore &store, const ScanSummary &summary)
{
    const ReportStyle style{.hasColors = m_console.hasColors() && !m_options.noColor,
                            .explain = m_options.explain,
                            .states = m_options.states};
    Report(store, m_catalogue, style).write([this](const QString &text) { return print(text); });
    print(Report::done(summary));
    if (!m_isReportBroken && m_report->commit())
        return true;
    sayHowItFailed(*m_report, m_console);
    return false;
}

bool ScanOutputs::writeFile(const File &file, const ResultStore &store, const ScanHeader &header)
{
    ResultExportRequest request;
    request.store = store;
    request.form = file.form;
    request.header = header;
    if (auto *html = std::get_if<HtmlForm>(&request.form))
        html->words = words::htmlWords(header, QLocale());
    if (m_options.states) {
        request.rows = [&store, states = *m_options.states] {
            QList<quint32> rows;
            for (quint32 row = 0; row < store.rowCount(); ++row) {
                if (states.contains(store.row(row).state()))
                    rows.append(row);
            }
            return rows;
        };
    }
    if (writeResults(request, m_catalogue, *file.output).isEmpty())
        return true;
    sayHowItFailed(*file.output, m_console);
    return false;
}

void sayHowItFailed(const OutputFile &file, Console &console)
{
    // Whoever read this has seen enough: `| head` is no error worth a word.
    if (file.isReaderGone())
        return;
    const QString name =
        file.isStandardOutput() ? Texts::tr("standard output") : plainText(file.path());
    console.say(Texts::tr("%1 could not be written: %2", "file, the system's words")
                    .arg(name, file.errorString()));
}

} // namespace roadstead
