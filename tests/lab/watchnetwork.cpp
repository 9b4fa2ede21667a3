// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

// watchnetwork ADDRESS...: prints what NetworkWatch tells of the way to these, line by line, until
// it is killed. "watching" is the first line.

#include "core/scan/networkwatch.h"

#include <QCoreApplication>
#include <QHostAddress>

#include <cstdio>

using namespace roadstead;

namespace {

void print(const QString &line)
{
    std::puts(qPrintable(line));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QList<Address> sample;
    const QStringList texts = QCoreApplication::arguments().mid(1);
    for (const QString &text : texts) {
        if (const auto address = Address::fromHostAddress(QHostAddress(text)))
            sample.append(*address);
    }
    const NetworkWatch watch(sample);
    QObject::connect(&watch, &NetworkWatch::linkLost, &watch,
                     [](const QString &name) { print(u"lost " + name); });
    QObject::connect(&watch, &NetworkWatch::linkBack, &watch,
                     [](const QString &name) { print(u"back " + name); });
    QObject::connect(&watch, &NetworkWatch::networkChanged, &watch, [](NetworkChange change) {
        print(change == NetworkChange::Address ? QStringLiteral("changed address")
                                               : QStringLiteral("changed route"));
    });
    print(QStringLiteral("watching"));
    return QCoreApplication::exec();
}
