// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/target/parseerror.h"
#include "core/target/portset.h"

#include <QStringView>

namespace roadstead {

/// The names a port text may use. Implemented by core/lookup's catalogue; a test brings its own.
class PortVocabulary
{
public:
    PortVocabulary() = default;
    virtual ~PortVocabulary();
    Q_DISABLE_COPY_MOVE(PortVocabulary)

    /// TCP ports of an IANA service name, or of all that match a wildcard (`*`, `?`);
    /// case-insensitive.
    [[nodiscard]] virtual QList<quint16> portsOfService(QStringView nameOrPattern) const = 0;
    /// Length of the longest preset id or title that `text` starts with and that ends there or at a
    /// separator; 0 if none. `ports` receives its ports, ranked lists in rank order.
    [[nodiscard]] virtual qsizetype matchPreset(QStringView text, QList<quint16> &ports) const = 0;
    /// The Common list in rank order: `top:N` and "common ones first" use it.
    [[nodiscard]] virtual const QList<quint16> &rankedCommonPorts() const = 0;
};

/// Reads port texts: `22`, `1-1024`, `-100`, `60000-`, `22,80,8000-8100`, service names and
/// wildcards (`http*`), preset names, `top:50`; `!22` takes ports away again. Separated by commas,
/// spaces or new lines. Port 0 only when named: in `0`, `0-10`. Pure; any thread.
class PortParser
{
public:
    /// `vocabulary` must outlive this.
    explicit PortParser(const PortVocabulary &vocabulary);

    [[nodiscard]] Expected<PortSet, ParseError> parse(QStringView text) const;

private:
    const PortVocabulary &m_vocabulary;
};

} // namespace roadstead
