// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QTcpServer>
#include <QTcpSocket>

namespace roadstead {

/// An open and a closed port of 127.0.0.1, and what was done to the open one.
class LocalPorts final : public QObject
{
public:
    [[nodiscard]] bool listen()
    {
        // With the usual backlog of 50 the kernel drops most of a scan's connections, and each
        // costs its timeout.
        m_server.setListenBacklogSize(4'096);
        connect(&m_server, &QTcpServer::newConnection, this, &LocalPorts::onConnections);
        // The second is elsewhere in 127.0.0.0/8: nobody else gets this port, and 127.0.0.1 refuses
        // it.
        return m_server.listen(QHostAddress::AnyIPv4)
               && m_closed.listen(QHostAddress(QStringLiteral("127.250.0.1")));
    }

    [[nodiscard]] quint16 open() const { return m_server.serverPort(); }
    [[nodiscard]] QString openPort() const { return QString::number(open()); }
    [[nodiscard]] QString closedPort() const { return QString::number(m_closed.serverPort()); }
    [[nodiscard]] QString bothPorts() const { return openPort() + u',' + closedPort(); }

    [[nodiscard]] int connections() const { return m_connections; }
    void forgetConnections() { m_connections = 0; }
    /// To be asked when who might have connected has ended: a connection may still be waiting here.
    [[nodiscard]] bool wasConnectedTo()
    {
        return m_server.waitForNewConnection(0) || m_connections > 0;
    }

private:
    void onConnections()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            if (socket->state() == QAbstractSocket::UnconnectedState)
                socket->deleteLater();
        }
    }

    QTcpServer m_server;
    QTcpServer m_closed;
    int m_connections = 0;
};

} // namespace roadstead
