// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/exchange/nmaphost.h"

#include <QStringView>

class QXmlStreamAttributes;

namespace roadstead {

/// What is wrong with an element; where it stands, its reader knows.
struct NmapFault
{
    ImportError::Code code = ImportError::Code::Malformed;
    QString found;
};

/// Ports in one state, for several reasons.
struct NmapExtraPorts
{
    NmapHost::Extra unnamed; ///< with the last reason that does not say for which ports
    int unnamedReasons = 0;
};

struct NmapPortElement
{
    NmapHost::Port port;
    bool isTcp = false;
};

/// The elements of a file in nmap's XML, one after the other.
class NmapFile
{
public:
    /// Both must outlive this.
    NmapFile(ImportRows &rows, ScanHeader &header);

    [[nodiscard]] std::optional<NmapFault> begin(QStringView element,
                                                 const QXmlStreamAttributes &attributes);
    [[nodiscard]] std::optional<NmapFault> end(QStringView element);
    /// There is no more, though there should be.
    void breakOff();
    /// The first element was read.
    [[nodiscard]] bool hasBegun() const { return m_hasBegun; }

private:
    class Attributes;
    struct Handler;

    void readRun(Attributes &attributes);
    void readScanInfo(Attributes &attributes);
    void readFinished(Attributes &attributes);
    void readHost(Attributes &attributes);
    void readAddress(Attributes &attributes);
    void readHostName(Attributes &attributes);
    void readExtraPorts(Attributes &attributes);
    void readExtraReasons(Attributes &attributes);
    void readPort(Attributes &attributes);
    void readState(Attributes &attributes);
    void readScript(Attributes &attributes);

    [[nodiscard]] std::optional<NmapFault> endHost();
    [[nodiscard]] std::optional<NmapFault> endPort();
    [[nodiscard]] std::optional<NmapFault> endExtraPorts();

    ImportRows &m_rows;
    ScanHeader &m_header;
    PortSet m_services;
    QString m_lastServices; ///< as they are written
    int m_scanInfos = 0; ///< that differ from the one before
    qint64 m_at = 0; ///< milliseconds; when the program was started
    std::optional<NmapHost> m_host;
    std::optional<NmapExtraPorts> m_extra;
    std::optional<NmapPortElement> m_port;
    quint64 m_wholeHosts = 0;
    bool m_hasBegun = false;
    bool m_isOurs = false; ///< this program wrote it
};

} // namespace roadstead
