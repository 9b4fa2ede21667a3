// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"

#include <QList>
#include <QObject>

#include <functional>

namespace roadstead {

/// Turns host names into addresses without blocking anybody.
class NameResolver
{
public:
    /// Every address of the name, each once, in the system's order; empty if there is none or no
    /// answer.
    using Done = std::function<void(const QList<Address> &)>;

    NameResolver() = default;
    virtual ~NameResolver();
    Q_DISABLE_COPY_MOVE(NameResolver)

    /// `done` is called later, in the thread of `context`, unless `context` is gone by then.
    virtual void resolve(const QString &ascii, QObject *context, Done done) = 0;
    /// Gives up what has not been answered; as far as the system lets it.
    virtual void cancelAll() = 0;
};

/// Asks the system (hosts file, DNS) through QHostInfo's threads.
class SystemNameResolver final : public NameResolver
{
public:
    ~SystemNameResolver() override;

    void resolve(const QString &ascii, QObject *context, Done done) override;
    void cancelAll() override;

    /// Whether a look-up was given up that the system had not answered: its thread may hang until
    /// the system's own timeout, and Qt waits for it at the end of the process.
    [[nodiscard]] static bool mayHang();

private:
    QList<int> m_lookups; ///< QHostInfo's numbers of those without an answer
};

} // namespace roadstead
