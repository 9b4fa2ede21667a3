// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/address.h"
#include "core/base/portstate.h"
#include "core/scan/scanrequest.h"

#include <QList>
#include <QString>

#include <optional>

class QCommandLineParser;

namespace roadstead {

/// Reads the options that have a value; remembers the first complaint. Options are named as they
/// are typed, without dashes.
class OptionValues
{
public:
    /// `parser` must outlive this.
    explicit OptionValues(const QCommandLineParser &parser)
        : m_parser(parser)
    {}

    [[nodiscard]] bool isSet(const char *option) const;

    // Nothing if the option was not given or is wrong.

    [[nodiscard]] std::optional<quint64> number(const char *option, quint64 least, quint64 most);
    enum class Path : quint8 {
        Output, ///< "-" is standard output
        Input, ///< "-" is standard input
        File, ///< "-" is neither
    };
    [[nodiscard]] std::optional<QString> path(const char *option, Path kind = Path::Output);
    /// Of a file that is to be written, as save's.
    void checkFile(const char *option, const QString &path);
    [[nodiscard]] std::optional<Address> address(const char *option);
    [[nodiscard]] std::optional<Timing> timing();
    [[nodiscard]] std::optional<QList<PortState>> states();
    [[nodiscard]] std::optional<Shard> shard(); ///< "2/4"

    void complain(const QString &sentence);
    [[nodiscard]] const QString &complaint() const { return m_complaint; } ///< empty: none

private:
    [[nodiscard]] std::optional<QString> once(const char *option);

    const QCommandLineParser &m_parser;
    QString m_complaint;
};

} // namespace roadstead
