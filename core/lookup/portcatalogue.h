// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/lookup/portpreset.h"
#include "core/target/portparser.h"

#include <QString>

namespace roadstead {

/// What is known about ports by their number or name: the presets (our own choice,
/// resources/ports/presets.txt) and IANA's registered names (resources/services/iana-tcp.tsv). Read
/// once from the program's resources, a few milliseconds; then immutable, and may be read from any
/// thread.
class PortCatalogue final : public PortVocabulary
{
public:
    PortCatalogue(); ///< from the program's resources
    PortCatalogue(const QByteArray &presets, const QByteArray &services);
    ~PortCatalogue() override;

    [[nodiscard]] const QList<PortPreset> &presets() const { return m_presets; }
    /// IANA's name of a TCP port, empty if it has none.
    [[nodiscard]] QString serviceName(quint16 port) const;
    /// IANA's description of a TCP port, empty if it has none.
    [[nodiscard]] QString serviceDescription(quint16 port) const;

    /// In ascending order, each once.
    [[nodiscard]] QList<quint16> portsOfService(QStringView nameOrPattern) const override;
    [[nodiscard]] qsizetype matchPreset(QStringView text, QList<quint16> &ports) const override;
    [[nodiscard]] const QList<quint16> &rankedCommonPorts() const override;

    /// Numbers, from 1, of the lines that made no sense and were passed over. None in the files
    /// that we ship.
    [[nodiscard]] const QList<qsizetype> &malformedPresetLines() const
    {
        return m_malformedPresetLines;
    }
    [[nodiscard]] const QList<qsizetype> &malformedServiceLines() const
    {
        return m_malformedServiceLines;
    }

private:
    struct Service
    {
        quint16 port = 0;
        QString name;
        QString description;
    };
    struct FoldedName
    {
        QString name;
        quint16 port = 0;
    };
    void readServices(const QByteArray &text);
    bool readService(QByteArrayView line);
    void indexServices();
    [[nodiscard]] const Service *firstService(quint16 port) const;

    QList<PortPreset> m_presets;
    /// Their ports alone, to hand out shared copies: a pasted megabyte may say "all" 250,000 times.
    QList<QList<quint16>> m_presetPorts;
    QList<quint16> m_rankedCommon;
    QList<Service> m_services; ///< by port; a port's first entry is its usual name
    QList<FoldedName> m_byName; ///< ascending by case-folded name
    qsizetype m_longestName = 0;
    QList<qsizetype> m_malformedPresetLines;
    QList<qsizetype> m_malformedServiceLines;
};

} // namespace roadstead
