// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/probe/platform.h"
#include "core/scan/scanengine.h"

#include <QFile>
#include <QTest>

#include <algorithm>

using namespace roadstead;

namespace {

/// How many descriptors of this process the kernel has room for.
int roomNow()
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        return -1;
    const QByteArray text = status.readAll();
    const qsizetype at = text.indexOf("FDSize:");
    return at < 0 ? -1 : text.mid(at + 7, text.indexOf('\n', at) - at - 7).trimmed().toInt();
}

} // namespace

class TestDescriptors final : public QObject
{
    Q_OBJECT

private slots:
    void makesRoomForAllAtOnce();
};

void TestDescriptors::makesRoomForAllAtOnce()
{
    const int before = roomNow();
    if (before < 0)
        QSKIP("only Linux tells");
    const int available = platform::availableDescriptors();
    if (before >= std::min(16'000, available))
        QSKIP("there is room already, or no more is allowed");
    ScanEngine::prepareProcess();
    QVERIFY(roomNow() >= std::min(16'000, available));
    QVERIFY(platform::availableDescriptors() >= available); // it kept none
}

QTEST_GUILESS_MAIN(TestDescriptors)
#include "tst_descriptors.moc"
