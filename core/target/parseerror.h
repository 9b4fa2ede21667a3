// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QObject>

namespace roadstead {

/// Where and why a text could not be read. `position` and `length` count UTF-16 units of the parsed
/// text and cover the faulty part, so that a window can underline it and a terminal can put a caret
/// there.
struct ParseError
{
    Q_GADGET
public:
    /// What is wrong with a target or port text. The sentences are in ui/words.
    enum class Code : quint8 {
        Empty, ///< nothing to scan was named
        TooLong, ///< the text or file is larger than allowed
        BadCharacter, ///< a character that no target or port can hold
        BadAddress, ///< looks like an address and is none: 300.1.1.1, 10.1, 0x7f.1, 1::2::3
        LeadingZero, ///< 010.0.0.1: octal or decimal? refused
        BadOctet, ///< an octet, or a part of an octet range, above 255 or malformed
        BadPrefix, ///< not 0 to 32, or 0 to 128
        PrefixTooWide, ///< an IPv6 prefix or range of more than 2^24 addresses
        ReversedRange, ///< 20-10
        MixedRange, ///< an address range whose ends are of two families or zones
        BadName, ///< not a host name: characters, a label over 63, over 253 in all, a leading '-'
        MissingZone, ///< fe80:: without %interface
        UnknownZone, ///< %eth7, and there is no such interface
        UnspecifiedAddress, ///< 0.0.0.0, ::
        MulticastAddress,
        BroadcastAddress,
        PortNotAllowedHere, ///< host:port on a range
        PortInExclude, ///< host:port in an exclude, which takes whole hosts
        IsUrl, ///< http://10.0.0.1/, whose host would be a target
        BadPort, ///< not a number from 0 to 65535
        UnknownService, ///< neither a service's nor a preset's name
        NoServiceMatches, ///< a wildcard that matches nothing
        BadTop, ///< top:N with N not from 1 to `limit`, the length of the Common list
        TooManyAddresses, ///< more than 2^32 - 1 addresses in all
        NestedFile, ///< @file inside a file, or in pasted text
        NothingLeft, ///< everything that was named is excluded
    };
    Q_ENUM(Code)

    Code code = Code::Empty;
    qsizetype position = 0;
    qsizetype length = 0;
    qsizetype limit = 0; ///< the largest number allowed here; 0 if none is known

    friend bool operator==(const ParseError &, const ParseError &) = default;
};

using ParseErrorCode = ParseError::Code;

} // namespace roadstead
