// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/target/portparser.h"

#include <QHash>
#include <QString>

namespace roadstead {

/// One port of a preset and why it is there.
struct PresetPort
{
    quint16 port = 0;
    QString why;
};

/// A named port list of resources/ports/presets.txt.
struct PortPreset
{
    QString id; ///< stable, for command lines and settings: "common"
    QString title; ///< English title: "Remote access"; the window translates it
    QList<PresetPort> ports; ///< in the file's order; Common is ranked
};

/// What is known about ports by their number or name: the presets (our own choice, resources/ports/presets.txt) and
/// IANA's registered names (resources/services/iana-tcp.tsv). Read once from the program's resources, a few
/// milliseconds; then immutable, and may be read from any thread.
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

    [[nodiscard]] QList<quint16> portsOfService(QStringView nameOrPattern) const override;
    [[nodiscard]] qsizetype matchPreset(QStringView text, QList<quint16> &ports) const override;
    [[nodiscard]] const QList<quint16> &rankedCommonPorts() const override;

private:
    struct Service
    {
        quint16 port = 0;
        QString name;
        QString description;
    };
    void readPresets(const QByteArray &text);
    void readServices(const QByteArray &text);

    QList<PortPreset> m_presets;
    QList<quint16> m_rankedCommon;
    QList<Service> m_services; ///< by port; a port's first entry is its usual name
    QHash<quint16, qsizetype> m_firstServiceOfPort;
};

} // namespace roadstead
