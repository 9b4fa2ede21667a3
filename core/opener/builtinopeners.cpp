// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/opener/builtinopeners.h"

#include <algorithm>

namespace roadstead {

namespace {

constexpr quint16 kHttpPort = 80;
constexpr quint16 kHttpsPort = 443;

/// Of IANA's names: "https", "pcsync-https", "http-alt". Empty for the few that say http and are
/// no web pages.
QLatin1String schemeOf(const QString &service)
{
    if (service == u"http-rpc-epmap" || service == u"gss-http")
        return {};
    const QStringList parts = service.split(u'-');
    if (parts.contains(u"https"))
        return QLatin1String("https");
    return QLatin1String(parts.contains(u"http") ? "http" : "");
}

} // namespace

bool isWebService(const OpenerSubject &subject)
{
    return !schemeOf(subject.service).isEmpty();
}

Expected<QUrl, OpenerFault> webAddressOf(const OpenerSubject &subject)
{
    const QLatin1String scheme = schemeOf(subject.service);
    if (scheme.isEmpty())
        return OpenerFault{.code = OpenerFault::Code::NotForBrowsers};
    if (subject.address.scope != 0)
        return OpenerFault{.code = OpenerFault::Code::ZoneInUrl};
    QUrl url;
    url.setScheme(scheme);
    url.setHost(subject.address.toString());
    if (subject.port != (scheme == u"https" ? kHttpsPort : kHttpPort))
        url.setPort(subject.port);
    url.setPath(QStringLiteral("/"));
    return url;
}

bool isSshService(const OpenerSubject &subject)
{
    return subject.service == u"ssh";
}

const OpenerTemplate &sshTemplate()
{
    static const OpenerTemplate ssh{.name = QStringLiteral("ssh"),
                                    .program = QStringLiteral("ssh"),
                                    .arguments = {QStringLiteral("-p"), QStringLiteral("{port}"),
                                                  QStringLiteral("--"),
                                                  QStringLiteral("{address}")},
                                    .ports = {},
                                    .isInTerminal = true};
    return ssh;
}

} // namespace roadstead
