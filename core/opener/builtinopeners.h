// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "core/base/expected.h"
#include "core/opener/opener.h"

#include <QUrl>

namespace roadstead {

/// Whether the subject's service speaks HTTP.
[[nodiscard]] bool isWebService(const OpenerSubject &subject);
/// Its start page: http://192.0.2.1:8080/, https://[2001:db8::1]/. By address, never by name. For
/// the desktop's browser. Not for an address with a zone, which browsers refuse.
[[nodiscard]] Expected<QUrl, OpenerFault> webAddressOf(const OpenerSubject &subject);

[[nodiscard]] bool isSshService(const OpenerSubject &subject);
/// `ssh -p PORT -- ADDRESS`, in a terminal: it asks for a password.
[[nodiscard]] const OpenerTemplate &sshTemplate();

} // namespace roadstead
