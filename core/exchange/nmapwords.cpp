// SPDX-FileCopyrightText: 2026 The Roadstead authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "core/exchange/nmapwords.h"

#include "core/base/portstate.h"
#include "core/exchange/resulttext.h"

#include <algorithm>
#include <array>

// Reasons are nmap's own words, so most mean what they say. A row's reason must fit its state
// here, so words that do not (a connect scan never writes them) become the nearest that is true.

namespace roadstead {

namespace {

template <typename Meaning>
struct Word
{
    const char *word;
    Meaning meaning;
};
using StateWord = Word<std::optional<PortState>>;
using ReasonWord = Word<Reason>;

template <typename Meaning, size_t N>
const Word<Meaning> *find(const std::array<Word<Meaning>, N> &words, QStringView word)
{
    const auto found = std::find_if(words.begin(), words.end(), [word](const auto &each) {
        return word == QLatin1String(each.word);
    });
    return found == words.end() ? nullptr : &*found;
}

// "closed|filtered" comes from idle scans, "open|filtered" from those that take silence for open:
// of both it is known that nothing came back.
constexpr std::array kStates{
    StateWord{"open", PortState::Open},
    StateWord{"closed", PortState::Closed},
    StateWord{"filtered", PortState::Filtered},
    StateWord{"open|filtered", PortState::Filtered},
    StateWord{"closed|filtered", PortState::Filtered},
    StateWord{"unknown", PortState::Unknown},
    StateWord{"unfiltered", std::nullopt},
};

/// Words of nmap that this program has others for (docs/VERDICTS.md says which codes they have).
constexpr std::array kOtherReasons{
    ReasonWord{"rst-ack", Reason::Reset}, // masscan's
    ReasonWord{"rst", Reason::Reset},
    ReasonWord{"dest-unreach", Reason::HostUnreach},
    ReasonWord{"addr-unreach", Reason::HostUnreach},
    ReasonWord{"beyond-scope", Reason::HostUnreach},
    ReasonWord{"policy-fail", Reason::AdminProhibited},
    ReasonWord{"reject-route", Reason::AdminProhibited},
    ReasonWord{"param-problem", Reason::ProtoUnreach},
};

/// Old versions write a plural where they count: "resets", "host-unreaches".
std::optional<Reason> reasonOf(QStringView word)
{
    for (const qsizetype plural : {0, 1, 2}) {
        if (plural > 0 && !word.endsWith(plural == 1 ? u"s" : u"es"))
            continue;
        const QStringView one = word.chopped(plural);
        if (const std::optional<Reason> reason = reasonFromIdentifier(one))
            return reason;
        if (const ReasonWord *other = find(kOtherReasons, one))
            return other->meaning;
    }
    return std::nullopt;
}

/// True of every port in that state, as far as can be said.
Reason plainReason(PortState state)
{
    switch (state) {
    case PortState::Open:
        return Reason::SynAck;
    case PortState::Closed:
        return Reason::ConnRefused;
    case PortState::Filtered:
        return Reason::NoResponse;
    case PortState::Unknown:
        return Reason::NotProbed;
    }
    Q_UNREACHABLE();
}

struct IcmpCode
{
    Reason reason;
    quint8 type;
    quint8 code;
};

// Where one word is said of one code alone (RFC 792, RFC 1812, RFC 4443).
constexpr std::array kIcmp{
    IcmpCode{Reason::NetUnreach, 3, 0},       IcmpCode{Reason::HostUnreach, 3, 1},
    IcmpCode{Reason::ProtoUnreach, 3, 2},     IcmpCode{Reason::PortUnreach, 3, 3},
    IcmpCode{Reason::NetProhibited, 3, 9},    IcmpCode{Reason::HostProhibited, 3, 10},
    IcmpCode{Reason::AdminProhibited, 3, 13},
};
constexpr std::array kIcmp6{
    IcmpCode{Reason::AdminProhibited, 1, 1},
    IcmpCode{Reason::HostUnreach, 1, 3},
    IcmpCode{Reason::PortUnreach, 1, 4},
};

template <size_t N>
std::optional<IcmpMessage> messageOf(const std::array<IcmpCode, N> &codes, Reason reason,
                                     const Address &sender)
{
    const auto found = std::find_if(codes.begin(), codes.end(), [reason](const IcmpCode &code) {
        return code.reason == reason;
    });
    if (found == codes.end())
        return std::nullopt;
    return IcmpMessage{found->type, found->code, sender};
}

/// Of words that are this program's own, too: the others stand for several codes.
std::optional<IcmpMessage> icmpOf(const NmapVerdict &verdict, Family family)
{
    const std::optional<Reason> reason = reasonFromIdentifier(verdict.reason);
    const std::optional<Address> sender = addressFromOthers(verdict.reasonAddress);
    if (!reason || !sender)
        return std::nullopt;
    return family == Family::Ipv4 ? messageOf(kIcmp, *reason, *sender)
                                  : messageOf(kIcmp6, *reason, *sender);
}

} // namespace

bool isNmapState(QStringView state)
{
    return find(kStates, state) != nullptr;
}

std::optional<NmapMeaning> meaningOf(const NmapVerdict &verdict, Family family)
{
    const StateWord *word = find(kStates, verdict.state);
    if (word == nullptr || !word->meaning)
        return std::nullopt;
    const PortState state = *word->meaning;
    const std::optional<Reason> reason = reasonOf(verdict.reason);
    // nmap itself never says "unknown"; this program's XML does, with a reason.
    if (state == PortState::Unknown && (!reason || !isPossible(state, *reason)))
        return std::nullopt;
    NmapMeaning meaning;
    meaning.state = state;
    meaning.reason = reason && isPossible(state, *reason) ? *reason : plainReason(state);
    if (meaning.state == PortState::Filtered && meaning.reason == reason)
        meaning.icmp = icmpOf(verdict, family);
    return meaning;
}

} // namespace roadstead
