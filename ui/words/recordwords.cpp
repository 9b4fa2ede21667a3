// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/words/recordwords.h"

#include "core/base/plaintext.h"
#include "ui/words/filewords.h"
#include "ui/words/words.h"

#include <QCoreApplication>

namespace roadstead::words {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(words)
};

QString shownSource(const QString &path)
{
    return path == u"-" ? Texts::tr("Standard input") : shownPath(path);
}

/// Of a file that is to be read.
QString ofReading(const RecordError &error, const QString &path, const QString &detail)
{
    using Code = RecordError::Code;
    switch (error.code) {
    case Code::Unreadable:
        return Texts::tr("%1 could not be read: %2").arg(path, detail);
    case Code::NotAFile:
        return Texts::tr("%1 is not a regular file.").arg(path);
    case Code::NotAScan:
        return Texts::tr("%1 is not a scan that Roadstead saved.").arg(path);
    case Code::Newer:
        return Texts::tr("%1 was saved by a newer Roadstead (form %2), which this one cannot read.")
            .arg(path, detail);
    case Code::Corrupt:
        return Texts::tr("%1 is damaged (%2). It was left as it is.").arg(path, detail);
    default: // InUse
        return Texts::tr("%1 is being written by another Roadstead.").arg(path);
    }
}

/// Of a scan that is to be continued, or joined with others.
QString ofScan(const RecordError &error, const QString &path, const QString &detail)
{
    using Code = RecordError::Code;
    switch (error.code) {
    case Code::NothingToContinue:
        return Texts::tr("%1 has nothing left to scan.").arg(path);
    case Code::OtherPlan:
        return Texts::tr("%1 cannot be continued: its results are not of the hosts and ports that "
                         "it says it scans.")
            .arg(path);
    case Code::Changed:
        return Texts::tr("%1 was changed after it was read here. Open it again.").arg(path);
    case Code::UnknownZone:
        return Texts::tr(
                   "%1 cannot be continued: it scans hosts at the network interface %2, which "
                   "this computer does not have.")
            .arg(path, detail);
    case Code::TooOld:
        return Texts::tr(
                   "%1 is too old: scans that were begun more than seven weeks apart are kept "
                   "apart. Scan again, and compare the two.")
            .arg(path);
    case Code::OtherJob:
        return Texts::tr("%1 is not a part of the same scan as the first file.").arg(path);
    case Code::TooLong:
        return Texts::tr("There are too many expectations for %1: a file keeps up to 1 MB of them.")
            .arg(path);
    default: // Overlap
        return Texts::tr("%2 was scanned in %1 and in another of the files.").arg(path, detail);
    }
}

QString ofContent(const ImportError &error, const QString &found)
{
    using Code = ImportError::Code;
    switch (error.code) {
    case Code::Malformed:
        return Texts::tr("what stands here is not well-formed");
    case Code::Truncated:
        return Texts::tr("the file ends in the middle of something");
    case Code::OwnDeclarations:
        return Texts::tr("it declares entities of its own, which no scanner writes");
    case Code::TooLong:
        return Texts::tr("it is longer than anything that a scanner writes");
    case Code::TooDeep:
        return Texts::tr("too many things are inside of each other");
    case Code::TooManyHosts:
        return Texts::tr("there are more hosts than can be kept");
    case Code::TooManyResults:
        return Texts::tr("there are more results than can be kept");
    case Code::Missing:
        return Texts::tr("\"%1\" is missing").arg(found);
    case Code::BadValue:
        return Texts::tr("\"%1\" cannot stand here").arg(found);
    default: // TimesTooFarApart
        return Texts::tr("\"%1\" is over seven weeks from other results").arg(found);
    }
}

} // namespace

QString of(const RecordError &error)
{
    using Code = RecordError::Code;
    const QString path = shownSource(error.path);
    const QString detail = plainText(error.detail);
    switch (error.code) {
    case Code::Unreadable:
    case Code::NotAFile:
    case Code::NotAScan:
    case Code::Newer:
    case Code::Corrupt:
    case Code::InUse:
        return ofReading(error, path, detail);
    case Code::Exists:
        return Texts::tr("%1 exists already, and was not replaced.").arg(path);
    case Code::Unwritable:
        return Texts::tr("%1 could not be written: %2").arg(path, detail);
    case Code::Full:
        return Texts::tr("There is no room left for %1.").arg(path);
    case Code::NothingToContinue:
    case Code::OtherPlan:
    case Code::Changed:
    case Code::UnknownZone:
    case Code::TooOld:
    case Code::OtherJob:
    case Code::TooLong:
    case Code::Overlap:
        return ofScan(error, path, detail);
    }
    Q_UNREACHABLE();
}

QString of(const ImportError &error, const QString &path)
{
    using Code = ImportError::Code;
    const QString shown = shownSource(path);
    const QString found = plainText(error.found);
    switch (error.code) {
    case Code::Unreadable:
        return Texts::tr("%1 could not be read: %2").arg(shown, found);
    case Code::NotRegular:
        return Texts::tr("%1 is not a regular file.").arg(shown);
    case Code::IsScanFile:
        return Texts::tr("%1 is a scan that Roadstead saved: open it instead of importing it.")
            .arg(shown);
    case Code::UnknownKind:
        return Texts::tr(
                   "%1 is no file of results: nmap's XML, masscan's JSON, and Roadstead's CSV "
                   "and JSON Lines can be read.")
            .arg(shown);
    case Code::NewerForm:
        return Texts::tr("%1 was written by a newer Roadstead (form %2), which this one cannot "
                         "read.")
            .arg(shown, found);
    case Code::Cancelled:
        return {};
    default:
        break;
    }
    const QString what = ofContent(error, found);
    return error.line > 0
               ? Texts::tr("%1, line %2, column %3: %4.")
                     .arg(shown, QString::number(error.line), QString::number(error.column), what)
               : Texts::tr("%1: %2.").arg(shown, what);
}

QString of(const OpenError &error, const QString &path)
{
    const auto *record = std::get_if<RecordError>(&error);
    return record != nullptr ? of(*record) : of(std::get<ImportError>(error), path);
}

QString of(const ImportNote &note)
{
    const int count = pluralNumber(note.count);
    switch (note.code) {
    case ImportNote::Code::Truncated:
        return Texts::tr("The file was cut off; the %Ln host(s) that are whole were read.", nullptr,
                         count);
    case ImportNote::Code::OtherProtocols:
        return Texts::tr("%Ln result(s) of other protocols than TCP were left out.", nullptr,
                         count);
    case ImportNote::Code::NoVerdict:
        return Texts::tr("%Ln result(s) that say neither open, closed nor filtered were left out.",
                         nullptr, count);
    case ImportNote::Code::PortsNotNamed:
        return Texts::tr(
            "Of %Ln port(s) the file says how many there are, but not which; they were "
            "left out.",
            nullptr, count);
    case ImportNote::Code::HostsWithoutPorts:
        return Texts::tr("%Ln host(s) without results were left out.", nullptr, count);
    case ImportNote::Code::Contradictions:
        return Texts::tr("%Ln port(s) have results that contradict each other; open was taken "
                         "before closed, and closed before filtered.",
                         nullptr, count);
    }
    Q_UNREACHABLE();
}

QString of(ScanEnding ending)
{
    switch (ending) {
    case ScanEnding::None:
        return Texts::tr("interrupted");
    case ScanEnding::Paused:
        return Texts::tr("paused");
    case ScanEnding::Stopped:
        return Texts::tr("stopped");
    case ScanEnding::Finished:
        return Texts::tr("finished");
    }
    Q_UNREACHABLE();
}

QString of(const ScanEvent &event)
{
    switch (event.code) {
    case ScanEventCode::Started:
        return Texts::tr("The scan began.");
    case ScanEventCode::Continued:
        return Texts::tr("The scan was continued.");
    case ScanEventCode::Paused:
        return Texts::tr("The scan was paused.");
    case ScanEventCode::Resumed:
        return Texts::tr("The scan went on.");
    case ScanEventCode::Stopped:
        return Texts::tr("The scan was stopped.");
    case ScanEventCode::Finished:
        return Texts::tr("The scan was finished.");
    case ScanEventCode::Noticed:
        return of(event.notice);
    case ScanEventCode::WriteFailed:
        return Texts::tr("Results could not be saved: %1").arg(plainText(event.notice.subject));
    case ScanEventCode::WriteRecovered:
        return Texts::tr("Results could be saved again.");
    }
    Q_UNREACHABLE();
}

} // namespace roadstead::words
