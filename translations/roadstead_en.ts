<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>OptionSummary</name>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n retry</numerusform>
            <numerusform>%n retries</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n thread</numerusform>
            <numerusform>%n threads</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>ScanGuard</name>
    <message numerus="yes">
        <source>Large scan: %1 connections, %2.</source>
        <extracomment>%1: how many; %2: &quot;about 1 h&quot;, &quot;4 min to 2 h&quot;</extracomment>
        <translation>
            <numerusform>Large scan: %1 connection, %2.</numerusform>
            <numerusform>Large scan: %1 connections, %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message numerus="yes">
        <source>Nothing to list on %n host(s): %1</source>
        <translation>
            <numerusform>Nothing to list on %n host: %1</numerusform>
            <numerusform>Nothing to list on %n hosts: %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s)</source>
        <translation>
            <numerusform>%1 host</numerusform>
            <numerusform>%1 hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 port(s)</source>
        <translation>
            <numerusform>%1 of %2 port</numerusform>
            <numerusform>%1 of %2 ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s)</source>
        <translation>
            <numerusform>%1 port</numerusform>
            <numerusform>%1 ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) could not be tried and have no verdict.</source>
        <translation>
            <numerusform>%1 port could not be tried and has no verdict.</numerusform>
            <numerusform>%1 ports could not be tried and have no verdict.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n item(s) of %1:</source>
        <translation>
            <numerusform>Left out %n item of %1:</numerusform>
            <numerusform>Left out %n items of %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Picked %n target(s) from %1:</source>
        <translation>
            <numerusform>Picked %n target from %1:</numerusform>
            <numerusform>Picked %n targets from %1:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) were not tried, because nothing came back from their hosts (--skip-silent).</source>
        <translation>
            <numerusform>%1 port was not tried, because nothing came back from its host (--skip-silent).</numerusform>
            <numerusform>%1 ports were not tried, because nothing came back from their hosts (--skip-silent).</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::CompareExport</name>
    <message numerus="yes">
        <source>%1 difference(s) written to %2.</source>
        <translation>
            <numerusform>%1 difference written to %2.</numerusform>
            <numerusform>%1 differences written to %2.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Exporting %1 difference(s)…</source>
        <translation>
            <numerusform>Exporting %1 difference…</numerusform>
            <numerusform>Exporting %1 differences…</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::CompareSides</name>
    <message numerus="yes">
        <source>%1 · %2 · %3 port(s)</source>
        <extracomment>A scan: %1 what it is called, %2 when it began, %3 how many ports were looked at</extracomment>
        <translation>
            <numerusform>%1 · %2 · %3 port</numerusform>
            <numerusform>%1 · %2 · %3 ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::CompareWindow</name>
    <message numerus="yes">
        <source>%1 port(s) have the same state in both scans.</source>
        <translation>
            <numerusform>%1 port has the same state in both scans.</numerusform>
            <numerusform>%1 ports have the same state in both scans.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::DetailText</name>
    <message numerus="yes">
        <source>%1 port(s)</source>
        <translation>
            <numerusform>%1 port</numerusform>
            <numerusform>%1 ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 on %1 host(s)</source>
        <comment>a state</comment>
        <extracomment>&quot;Open on 12 hosts&quot;</extracomment>
        <translation>
            <numerusform>%2 on %1 host</numerusform>
            <numerusform>%2 on %1 hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::DetailTotals</name>
    <message numerus="yes">
        <source>%1 result(s)</source>
        <translation>
            <numerusform>%1 result</numerusform>
            <numerusform>%1 results</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1 host(s)</source>
        <translation>
            <numerusform>On %1 host</numerusform>
            <numerusform>On %1 hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ExportFlow</name>
    <message numerus="yes">
        <source>%1 rows exported to %2.</source>
        <translation>
            <numerusform>%1 row exported to %2.</numerusform>
            <numerusform>%1 rows exported to %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::FilterRow</name>
    <message numerus="yes">
        <source>%n completion(s), to be chosen by the up and down keys</source>
        <translation>
            <numerusform>%n completion, to be chosen by the up and down keys</numerusform>
            <numerusform>%n completions, to be chosen by the up and down keys</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::GroupPane</name>
    <message numerus="yes">
        <source>%Ln host(s)</source>
        <translation>
            <numerusform>%Ln host</numerusform>
            <numerusform>%Ln hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s)</source>
        <translation>
            <numerusform>%Ln port</numerusform>
            <numerusform>%Ln ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln selected</numerusform>
            <numerusform>%Ln selected</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::GuideWindow</name>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n place</numerusform>
            <numerusform>%n places</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::HistoryDialog</name>
    <message numerus="yes">
        <source>%1 of %2 scans</source>
        <translation>
            <numerusform>%1 of %2 scan</numerusform>
            <numerusform>%1 of %2 scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans</source>
        <translation>
            <numerusform>%1 scan</numerusform>
            <numerusform>%1 scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without a name, %2 in %3</source>
        <translation>
            <numerusform>%1 without a name, %2 in %3</numerusform>
            <numerusform>%1 without a name, %2 in %3</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::HistoryModel</name>
    <message numerus="yes">
        <source>%1 unknown</source>
        <translation>
            <numerusform>%1 unknown</numerusform>
            <numerusform>%1 unknown</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::HostTotals</name>
    <message numerus="yes">
        <source>%1 host(s)</source>
        <translation>
            <numerusform>%1 host</numerusform>
            <numerusform>%1 hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::MainWindow</name>
    <message numerus="yes">
        <source>%n host(s) that were down</source>
        <translation>
            <numerusform>%n host that was down</numerusform>
            <numerusform>%n hosts that were down</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::MessageBar</name>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n more</numerusform>
            <numerusform>+%n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::PickDialog</name>
    <message numerus="yes">
        <source>%n targets &amp;found:</source>
        <translation>
            <numerusform>%n target &amp;found:</numerusform>
            <numerusform>%n targets &amp;found:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::PortListEditor</name>
    <message numerus="yes">
        <source>%1 ports: %2</source>
        <translation>
            <numerusform>%1 port: %2</numerusform>
            <numerusform>%1 ports: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::PortMapText</name>
    <message numerus="yes">
        <source>open on %1 host(s)</source>
        <translation>
            <numerusform>open on %1 host</numerusform>
            <numerusform>open on %1 hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unknown on %1 host(s)</source>
        <translation>
            <numerusform>unknown on %1 host</numerusform>
            <numerusform>unknown on %1 hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>closed on %1 host(s)</source>
        <translation>
            <numerusform>closed on %1 host</numerusform>
            <numerusform>closed on %1 hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>filtered on %1 host(s)</source>
        <translation>
            <numerusform>filtered on %1 host</numerusform>
            <numerusform>filtered on %1 hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ResultHistory</name>
    <message numerus="yes">
        <source>&amp;Undo remove %1 rows</source>
        <translation>
            <numerusform>&amp;Undo remove %1 row</numerusform>
            <numerusform>&amp;Undo remove %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&amp;Redo remove %1 rows</source>
        <translation>
            <numerusform>&amp;Redo remove %1 row</numerusform>
            <numerusform>&amp;Redo remove %1 rows</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ResultsArea</name>
    <message numerus="yes">
        <source>No address was found for %1.
Check the spelling and the network connection.</source>
        <translation>
            <numerusform>No address was found for %1.
Check the spelling and the network connection.</numerusform>
            <numerusform>No address was found for %1.
Check the spelling and the network connection.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No open ports among %1</source>
        <translation>
            <numerusform>No open port among %1</numerusform>
            <numerusform>No open ports among %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>No open ports so far among %1</source>
        <translation>
            <numerusform>No open ports so far among %1</numerusform>
            <numerusform>No open ports so far among %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ScanFooter</name>
    <message numerus="yes">
        <source>%1 on %n hosts</source>
        <translation>
            <numerusform>%1 on %n host</numerusform>
            <numerusform>%1 on %n hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ScanNotices</name>
    <message numerus="yes">
        <source>%Ln host(s), or something on the way to them, accept every connection. That a port is open there means nothing.</source>
        <translation>
            <numerusform>%Ln host, or something on the way to it, accepts every connection. That a port is open there means nothing.</numerusform>
            <numerusform>%Ln hosts, or something on the way to them, accept every connection. That a port is open there means nothing.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) stopped answering. They may be blocking this computer.</source>
        <translation>
            <numerusform>%Ln host stopped answering. It may be blocking this computer.</numerusform>
            <numerusform>%Ln hosts stopped answering. They may be blocking this computer.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ScanNotification</name>
    <message numerus="yes">
        <source>Scan finished: %1 open on %2 host(s)</source>
        <translation>
            <numerusform>Scan finished: %1 open on %2 host</numerusform>
            <numerusform>Scan finished: %1 open on %2 hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ScanPanel</name>
    <message numerus="yes">
        <source>%1 hosts</source>
        <translation>
            <numerusform>%1 host</numerusform>
            <numerusform>%1 hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 connections</source>
        <translation>
            <numerusform>%1 connection</numerusform>
            <numerusform>%1 connections</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ports</source>
        <translation>
            <numerusform>%1 port</numerusform>
            <numerusform>%1 ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::ServiceModel</name>
    <message numerus="yes">
        <source>%1 host(s): %2</source>
        <translation>
            <numerusform>%1 host: %2</numerusform>
            <numerusform>%1 hosts: %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::Sparkline</name>
    <message numerus="yes">
        <source>%1 connection(s) a second</source>
        <translation>
            <numerusform>%1 connection a second</numerusform>
            <numerusform>%1 connections a second</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in flight</source>
        <translation>
            <numerusform>%1 in flight</numerusform>
            <numerusform>%1 in flight</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::TableCommands</name>
    <message numerus="yes">
        <source>%1 rows are too many for the clipboard. A file takes them all.</source>
        <translation>
            <numerusform>%1 row is too much for the clipboard. A file takes it.</numerusform>
            <numerusform>%1 rows are too many for the clipboard. A file takes them all.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copying %1 rows.</source>
        <translation>
            <numerusform>Copying %1 row.</numerusform>
            <numerusform>Copying %1 rows.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::TargetListPane</name>
    <message numerus="yes">
        <source>%1 addresses</source>
        <translation>
            <numerusform>%1 address</numerusform>
            <numerusform>%1 addresses</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names</source>
        <translation>
            <numerusform>%1 name</numerusform>
            <numerusform>%1 names</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 line</numerusform>
            <numerusform>%1 lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 faulty lines</source>
        <translation>
            <numerusform>%1 faulty line</numerusform>
            <numerusform>%1 faulty lines</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Too long to be edited here: it is used as it is, and the beginning of its %1 lines is shown.</source>
        <translation>
            <numerusform>Too long to be edited here: it is used as it is, and the beginning of its %1 line is shown.</numerusform>
            <numerusform>Too long to be edited here: it is used as it is, and the beginning of its %1 lines is shown.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::TargetsDialog</name>
    <message numerus="yes">
        <source>%1 of %2 addresses are left to be scanned.</source>
        <translation>
            <numerusform>%1 of %2 address is left to be scanned.</numerusform>
            <numerusform>%1 of %2 addresses are left to be scanned.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>words</name>
    <message numerus="yes">
        <source>The system allows few open files: %Ln connection(s) at once. The scan is slower and as exact.</source>
        <translation>
            <numerusform>The system allows few open files: %Ln connection at once. The scan is slower and as exact.</numerusform>
            <numerusform>The system allows few open files: %Ln connections at once. The scan is slower and as exact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Local ports are running out: %Ln connection(s) at once. The scan is slower and as exact.</source>
        <translation>
            <numerusform>Local ports are running out: %Ln connection at once. The scan is slower and as exact.</numerusform>
            <numerusform>Local ports are running out: %Ln connections at once. The scan is slower and as exact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Memory for connections is running out: %Ln connection(s) at once. The scan is slower and as exact.</source>
        <translation>
            <numerusform>Memory for connections is running out: %Ln connection at once. The scan is slower and as exact.</numerusform>
            <numerusform>Memory for connections is running out: %Ln connections at once. The scan is slower and as exact.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; and %Ln other name(s) have public addresses.</source>
        <translation>
            <numerusform>&quot;%1&quot; and %Ln other name have public addresses.</numerusform>
            <numerusform>&quot;%1&quot; and %Ln other names have public addresses.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the host stopped answering after %Ln port(s) and may be blocking this computer</source>
        <translation>
            <numerusform>the host stopped answering after %Ln port and may be blocking this computer</numerusform>
            <numerusform>the host stopped answering after %Ln ports and may be blocking this computer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>no answer to %Ln attempt(s)</source>
        <translation>
            <numerusform>no answer to %Ln attempt</numerusform>
            <numerusform>no answer to %Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln attempt</numerusform>
            <numerusform>%Ln attempts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>(the first %Ln SYN(s) were lost)</source>
        <translation>
            <numerusform>(the first SYN was lost)</numerusform>
            <numerusform>(the first %Ln SYNs were lost)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>It stopped answering after %Ln port(s) and may be blocking this computer.</source>
        <translation>
            <numerusform>It stopped answering after %Ln port and may be blocking this computer.</numerusform>
            <numerusform>It stopped answering after %Ln ports and may be blocking this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) are down: nobody answers for their addresses on the local network. Their remaining ports are not tried.</source>
        <translation>
            <numerusform>%1 host is down: nobody answers for its address on the local network. Its remaining ports are not tried.</numerusform>
            <numerusform>%1 hosts are down: nobody answers for their addresses on the local network. Their remaining ports are not tried.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped answering after %Ln port(s). It may be blocking this computer.</source>
        <translation>
            <numerusform>%1 stopped answering after %Ln port. It may be blocking this computer.</numerusform>
            <numerusform>%1 stopped answering after %Ln ports. It may be blocking this computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) answer again. What was under way is tried again.</source>
        <translation>
            <numerusform>%Ln host answers again. What was under way is tried again.</numerusform>
            <numerusform>%Ln hosts answer again. What was under way is tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) answer no more. The scan waits for them.</source>
        <translation>
            <numerusform>%1 host answers no more. The scan waits for it.</numerusform>
            <numerusform>%1 hosts answer no more. The scan waits for them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Stopped answering after %Ln port(s)</source>
        <translation>
            <numerusform>Stopped answering after %Ln port</numerusform>
            <numerusform>Stopped answering after %Ln ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln day</numerusform>
            <numerusform>%Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years</source>
        <translation>
            <numerusform>%Ln year</numerusform>
            <numerusform>%Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln days</source>
        <translation>
            <numerusform>%1 to %Ln day</numerusform>
            <numerusform>%1 to %Ln days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln years</source>
        <translation>
            <numerusform>%1 to %Ln year</numerusform>
            <numerusform>%1 to %Ln years</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) opened</source>
        <translation>
            <numerusform>%1 port opened</numerusform>
            <numerusform>%1 ports opened</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) no longer open</source>
        <translation>
            <numerusform>%1 port no longer open</numerusform>
            <numerusform>%1 ports no longer open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) changed between closed and filtered</source>
        <translation>
            <numerusform>%1 port changed between closed and filtered</numerusform>
            <numerusform>%1 ports changed between closed and filtered</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) appeared</source>
        <translation>
            <numerusform>%1 host appeared</numerusform>
            <numerusform>%1 hosts appeared</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) no longer answer(s)</source>
        <translation>
            <numerusform>%1 host no longer answers</numerusform>
            <numerusform>%1 hosts no longer answer</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) scanned by only one of the two.</source>
        <translation>
            <numerusform>%1 port scanned by only one of the two.</numerusform>
            <numerusform>%1 ports scanned by only one of the two.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln more port(s) are not as expected.</source>
        <translation>
            <numerusform>%Ln more port is not as expected.</numerusform>
            <numerusform>%Ln more ports are not as expected.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) of which something is expected were not scanned.</source>
        <translation>
            <numerusform>%Ln port of which something is expected was not scanned.</numerusform>
            <numerusform>%Ln ports of which something is expected were not scanned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) that should have open ports were not scanned.</source>
        <translation>
            <numerusform>%Ln host that should have open ports was not scanned.</numerusform>
            <numerusform>%Ln hosts that should have open ports were not scanned.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 days</source>
        <translation>
            <numerusform>%1 day</numerusform>
            <numerusform>%1 days</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 ports</source>
        <translation>
            <numerusform>%1 port</numerusform>
            <numerusform>%1 ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 scans for good (%2)?</source>
        <translation>
            <numerusform>Delete %1 scan for good (%2)?</numerusform>
            <numerusform>Delete %1 scans for good (%2)?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 scans from this list? Their files stay.</source>
        <translation>
            <numerusform>Take %1 scan from this list? Its file stays.</numerusform>
            <numerusform>Take %1 scans from this list? Their files stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 that have a name are only taken from this list: their files stay.</source>
        <translation>
            <numerusform>%1 that has a name is only taken from this list: its file stays.</numerusform>
            <numerusform>%1 that have a name are only taken from this list: their files stay.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 others can be continued, too.</source>
        <translation>
            <numerusform>%1 other can be continued, too.</numerusform>
            <numerusform>%1 others can be continued, too.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans that were never named are older than %2, or too many: %3.</source>
        <translation>
            <numerusform>%1 scan that was never named is older than %2, or one too many: %3.</numerusform>
            <numerusform>%1 scans that were never named are older than %2, or too many: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans that were never named are older than %2: %3.</source>
        <translation>
            <numerusform>%1 scan that was never named is older than %2: %3.</numerusform>
            <numerusform>%1 scans that were never named are older than %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans that were never named take more than %2. The oldest %1 of them: %3.</source>
        <translation>
            <numerusform>Scans that were never named take more than %2. %1 of them, the oldest: %3.</numerusform>
            <numerusform>Scans that were never named take more than %2. The oldest %1 of them: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The file was cut off; the %Ln host(s) that are whole were read.</source>
        <translation>
            <numerusform>The file was cut off; the %Ln host that is whole was read.</numerusform>
            <numerusform>The file was cut off; the %Ln hosts that are whole were read.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) of other protocols than TCP were left out.</source>
        <translation>
            <numerusform>%Ln result of another protocol than TCP was left out.</numerusform>
            <numerusform>%Ln results of other protocols than TCP were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) that say neither open, closed nor filtered were left out.</source>
        <translation>
            <numerusform>%Ln result that says neither open, closed nor filtered was left out.</numerusform>
            <numerusform>%Ln results that say neither open, closed nor filtered were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln port(s) the file says how many there are, but not which; they were left out.</source>
        <translation>
            <numerusform>Of %Ln port the file says that there is one, but not which; it was left out.</numerusform>
            <numerusform>Of %Ln ports the file says how many there are, but not which; they were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) without results were left out.</source>
        <translation>
            <numerusform>%Ln host without results was left out.</numerusform>
            <numerusform>%Ln hosts without results were left out.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) have results that contradict each other; open was taken before closed, and closed before filtered.</source>
        <translation>
            <numerusform>%Ln port has results that contradict each other; open was taken before closed, and closed before filtered.</numerusform>
            <numerusform>%Ln ports have results that contradict each other; open was taken before closed, and closed before filtered.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 … (%2 entries)</source>
        <translation>
            <numerusform>%1 … (%2 entry)</numerusform>
            <numerusform>%1 … (%2 entries)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) are not as expected.</source>
        <translation>
            <numerusform>%Ln port is not as expected.</numerusform>
            <numerusform>%Ln ports are not as expected.</numerusform>
        </translation>
    </message>
</context>
</TS>
