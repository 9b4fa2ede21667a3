// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "exportedtext.h"

#include <QNetworkInterface>

using namespace roadstead;

class TestListWriter : public QObject
{
    Q_OBJECT

private:
    [[nodiscard]] static ResultExportRequest requestOf(const ResultBuilder &results)
    {
        ResultExportRequest request;
        request.store = storeOf(results.batch());
        request.form = ListForm();
        return request;
    }

    [[nodiscard]] static ResultBuilder twoHosts()
    {
        ResultBuilder results;
        results.host(7, Address::fromIpv6(0xfd00'0000'0000'0000, 1)).host(3, kRouter);
        results.open(7, 443).open(7, 80).closed(3, 21).open(3, 65'535).filtered(3, 0);
        return results;
    }

private slots:
    void listsOpenPorts()
    {
        QCOMPARE(exportedText(requestOf(twoHosts())),
                 QByteArray("192.168.1.1:65535\n[fd00::1]:80\n[fd00::1]:443\n"));
    }

    void listsChosenRowsWhateverTheirState()
    {
        ResultExportRequest request = requestOf(twoHosts());
        request.rows = [] { return QList<quint32>{0, 4, 2}; };
        QCOMPARE(exportedText(request),
                 QByteArray("192.168.1.1:0\n192.168.1.1:21\n[fd00::1]:443\n"));
    }

    void listsNoRemovedRows()
    {
        ResultExportRequest request = requestOf(twoHosts());
        request.store.setRemoved({1, 3}, true);
        QCOMPARE(exportedText(request), QByteArray("[fd00::1]:443\n"));
    }

    void keepsZones()
    {
        const int loopback = QNetworkInterface::interfaceIndexFromName(QStringLiteral("lo"));
        if (loopback == 0)
            QSKIP("no interface lo");
        ResultBuilder results;
        results.host(0,
                     Address::fromIpv6(0xfe80'0000'0000'0000, 1, static_cast<quint32>(loopback)));
        QCOMPARE(exportedText(requestOf(results.open(0, 80))), QByteArray("[fe80::1%lo]:80\n"));
    }

    void isEmptyWithoutResults() { QCOMPARE(exportedText(requestOf({})), QByteArray()); }
};

QTEST_GUILESS_MAIN(TestListWriter)
#include "tst_listwriter.moc"
