// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/record/scanfiles.h"
#include "core/record/scanreader.h"
#include "core/record/scanwriter.h"
#include "core/target/writtentargets.h"
#include "tests/support/filetools.h"
#include "tests/support/resultbuilder.h"

#include <QCryptographicHash>
#include <QTest>

#include <algorithm>
#include <csignal>

#include <sys/resource.h>

namespace roadstead {

/// While it lives no file of this process can grow beyond so many bytes: as on a full disk.
class FileSizeLimit
{
public:
    explicit FileSizeLimit(qint64 bytes)
        : m_handler(std::signal(SIGXFSZ, SIG_IGN))
    {
        ::getrlimit(RLIMIT_FSIZE, &m_before);
        const rlimit limit{static_cast<rlim_t>(bytes), m_before.rlim_max};
        ::setrlimit(RLIMIT_FSIZE, &limit);
    }
    ~FileSizeLimit()
    {
        ::setrlimit(RLIMIT_FSIZE, &m_before);
        std::signal(SIGXFSZ, m_handler);
    }
    Q_DISABLE_COPY_MOVE(FileSizeLimit)

private:
    rlimit m_before{};
    void (*m_handler)(int);
};

inline QByteArray sha256(const QString &path)
{
    return QCryptographicHash::hash(contentOf(path), QCryptographicHash::Sha256);
}

/// Of a scan of 10.0.0.1 to 10.0.0.4, whose numbers are 0 to 3.
inline ScanHeader testHeader()
{
    ScanHeader header;
    header.program = QStringLiteral("roadstead test");
    header.request.targets = *readTargets(u"10.0.0.1-4", false);
    header.request.ports = *readPorts(u"1-1000");
    header.request.portsFirst = {22, 80};
    header.request.options.seed = 0xfedc'ba98'7654'3210;
    header.targetsText = QStringLiteral("10.0.0.1-4 # ours");
    header.portsText = QStringLiteral("1-1000");
    header.startedAt = testStart();
    return header;
}

inline Address testHost(quint32 number)
{
    return Address::fromIpv4(0x0a00'0001 + number);
}

/// Of every kind something.
inline ScanPart testPart()
{
    Detail detail;
    detail.icmp = IcmpMessage{3, 13, Address::fromIpv4(kRouter)};
    detail.errorNumber = ECONNREFUSED;
    ScanPart part;
    part.batch = ResultBuilder()
                     .host(0, testHost(0), {QStringLiteral("a.example")})
                     .host(2, testHost(2))
                     .open(0, 22)
                     .banner("SSH-2.0-x\r\n")
                     .closed(2, 80)
                     .row(0, 23, PortState::Filtered, Reason::AdminProhibited, 700)
                     .detail(detail)
                     .silent(0, 24, 0.0012)
                     .unknown(2, 81)
                     .change(0, testHost(0), HostEvent::Up, 22, Reason::SynAck)
                     .change(3, testHost(3), HostEvent::Down)
                     .batch();
    for (qsizetype i = 0; i < part.batch.rows.size(); ++i)
        part.batch.rows[i].atMilliseconds = static_cast<quint32>(1'000 - 100 * i);
    part.events = {
        {0, ScanEventCode::Started, {}},
        {-5, ScanEventCode::Noticed, {ScanNoticeCode::LinkLost, QStringLiteral("eth0"), 7}}};
    part.total = 4'000;
    part.elapsed = std::chrono::milliseconds(1'234);
    part.ending = ScanEnding::Paused;
    part.writtenAt = testStart().addSecs(5);
    NoteBook notes;
    notes.setHostNote(testHost(0), u"the router");
    notes.setPortNote(testHost(0), 22, u"key only");
    part.notes = notes;
    part.removed = QList<RemovedPorts>{{0, {23, 24}}};
    part.expectations = QStringLiteral("expect this");
    return part;
}

/// As if its program had been killed behind its last commit.
inline void makeCrashedScan(const QString &path)
{
    const TestFolder other;
    ScanWriter writer;
    QVERIFY(!writer.create(other.path("b"), testHeader()));
    QVERIFY(!writer.write(testPart()));
    QVERIFY(QFile::copy(other.path("b"), path));
    QVERIFY(QFile::copy(other.path("b-wal"), path + u"-wal"));
}

/// What a store holds, host by host and in order of ports, as text to be compared.
inline QStringList rowsOf(const ResultStore &store)
{
    QStringList rows;
    for (quint32 i = 0; i < store.rowCount(); ++i) {
        const PortResult &row = store.row(i);
        const Detail detail = store.detail(i);
        rows += QStringLiteral("%1 %2:%3 %4 %5 %6 %7 %8 %9")
                    .arg(store.hostOf(row).number, 10)
                    .arg(store.hostOf(row).addressText)
                    .arg(row.port, 5)
                    .arg(row.packedVerdict)
                    .arg(row.packedMeasure)
                    .arg(row.attempts)
                    .arg(row.atMilliseconds)
                    .arg(detail.toText(), QString::fromLatin1(detail.banner))
                + (store.isRemoved(i) ? u" removed" : u"");
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

inline ResultStore storeOf(const QList<ScanPart> &parts)
{
    ResultStore store;
    store.clear(testStart());
    for (const ScanPart &part : parts)
        store.append(part.batch);
    return store;
}

/// A file with those in it.
inline void makeScan(const QString &path, const QList<ScanPart> &parts,
                     const ScanHeader &header = testHeader())
{
    ScanWriter writer;
    QVERIFY(!writer.create(path, header));
    for (const ScanPart &part : parts)
        QVERIFY(!writer.write(part));
    QVERIFY(!writer.close());
}

inline RecordError::Code codeOf(const std::optional<RecordError> &error)
{
    return error ? error->code : static_cast<RecordError::Code>(0xff);
}

inline RecordError::Code readCodeOf(const QString &path)
{
    const auto document = readScanFile(path);
    return document ? static_cast<RecordError::Code>(0xff) : document.error().code;
}

} // namespace roadstead
