// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/nameresolver.h"

#include <QHash>
#include <QTimer>

namespace roadstead {

/// Knows the names a test gives it, and answers later like the real one; a name in `silent` is
/// never answered.
class FakeResolver final : public NameResolver
{
public:
    void resolve(const QString &ascii, QObject *context, Done done) override
    {
        ++asked;
        if (silent.contains(ascii))
            return;
        QTimer::singleShot(0, context,
                           [done = std::move(done), answer = known.value(ascii)] { done(answer); });
    }

    void cancelAll() override {}

    QHash<QString, QList<Address>> known;
    QStringList silent;
    int asked = 0;
};

} // namespace roadstead
