<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>FilterExamples</name>
    <message>
        <source>both words anywhere</source>
        <translation>beide Wörter, irgendwo</translation>
    </message>
    <message>
        <source>without that word</source>
        <translation>ohne dieses Wort</translation>
    </message>
    <message>
        <source>these ports</source>
        <translation>diese Ports</translation>
    </message>
    <message>
        <source>these hosts</source>
        <translation>diese Hosts</translation>
    </message>
    <message>
        <source>names that hold this</source>
        <translation>Namen, die das enthalten</translation>
    </message>
    <message>
        <source>services that begin so</source>
        <translation>Dienste, die so beginnen</translation>
    </message>
    <message>
        <source>one of these states</source>
        <translation>einer dieser Zustände</translation>
    </message>
    <message>
        <source>reasons that end so</source>
        <translation>Gründe, die so enden</translation>
    </message>
    <message>
        <source>notes that hold this</source>
        <translation>Notizen, die das enthalten</translation>
    </message>
    <message>
        <source>answered after more than 50 ms</source>
        <translation>nach mehr als 50 ms beantwortet</translation>
    </message>
    <message>
        <source>exactly one of these words</source>
        <translation>genau eines dieser Wörter</translation>
    </message>
    <message>
        <source>addresses that end so</source>
        <translation>Adressen, die so enden</translation>
    </message>
    <message>
        <source>names that begin so, with a number</source>
        <translation>Namen, die so beginnen, mit Nummer</translation>
    </message>
    <message>
        <source>without these reasons</source>
        <translation>ohne diese Gründe</translation>
    </message>
    <message>
        <source>ports that are not as expected</source>
        <translation>Ports, die nicht sind wie erwartet</translation>
    </message>
</context>
<context>
    <name>HelpDialogs</name>
    <message>
        <source>This computer sent SYN and got SYN-ACK: a program listens there. The connection is then closed at once; nothing is sent over it.</source>
        <translation>Dieser Computer hat SYN gesendet und SYN-ACK erhalten: Dort lauscht ein Programm. Die Verbindung wird sofort wieder geschlossen; gesendet wird darüber nichts.</translation>
    </message>
    <message>
        <source>This computer sent SYN and got RST: the host is there, and no program listens on this port.</source>
        <translation>Dieser Computer hat SYN gesendet und RST erhalten: Der Host ist da, aber an diesem Port lauscht kein Programm.</translation>
    </message>
    <message>
        <source>No answer to SYN within the timeout, also when tried again, or a message that a firewall does not let it through. Whether a program listens cannot be told.</source>
        <translation>Auf SYN kam innerhalb der Wartezeit keine Antwort, auch nicht beim erneuten Versuch, oder eine Meldung, dass eine Firewall es nicht durchlässt. Ob dort ein Programm lauscht, lässt sich nicht sagen.</translation>
    </message>
    <message>
        <source>This computer could not send SYN: it has no route, its own firewall forbids it, or it ran out of a resource. It says nothing about the port.</source>
        <translation>Dieser Computer konnte kein SYN senden: Er hat keine Route, seine eigene Firewall verbietet es, oder ihm ist eine Ressource ausgegangen. Über den Port sagt das nichts.</translation>
    </message>
    <message>
        <source>Action</source>
        <translation>Aktion</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Tasten</translation>
    </message>
    <message>
        <source>What the states mean</source>
        <translation>Was die Zustände bedeuten</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>About Roadstead</source>
        <translation>Über Roadstead</translation>
    </message>
    <message>
        <source>A TCP connect() port scanner for the desktop.

Free software under the GNU General Public License, version 3 or later. It comes without any warranty.

Only scan hosts you own or have permission to test.</source>
        <translation>Ein TCP-connect()-Portscanner für den Desktop.

Freie Software unter der GNU General Public License, Version 3 oder neuer. Sie kommt ohne jede Gewährleistung.

Nur Hosts scannen, die Ihnen gehören oder für die eine Erlaubnis vorliegt.</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Clear the filter, then the selection of a list, else go to the table</source>
        <translation>Den Filter leeren, dann die Auswahl einer Liste, sonst zur Tabelle gehen</translation>
    </message>
    <message>
        <source>Table: open a web page, or the details</source>
        <translation>Tabelle: eine Webseite öffnen, oder die Details</translation>
    </message>
    <message>
        <source>Table: select to the first or last row</source>
        <translation>Tabelle: bis zur ersten oder letzten Zeile auswählen</translation>
    </message>
    <message>
        <source>Filter: choose a completion</source>
        <translation>Filter: eine Ergänzung wählen</translation>
    </message>
    <message>
        <source>Port map: larger or smaller cells</source>
        <translation>Portkarte: größere oder kleinere Zellen</translation>
    </message>
    <message>
        <source>Port map: the whole picture</source>
        <translation>Portkarte: das ganze Bild</translation>
    </message>
    <message>
        <source>Port map: go to the port&apos;s row</source>
        <translation>Portkarte: zur Zeile des Ports gehen</translation>
    </message>
</context>
<context>
    <name>HistoryModel</name>
    <message>
        <source>Results of %1</source>
        <translation>Ergebnisse von %1</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>Jetzt</translation>
    </message>
</context>
<context>
    <name>OpenerWords</name>
    <message>
        <source>A command needs a name for the menu.</source>
        <translation>Ein Befehl braucht einen Namen für das Menü.</translation>
    </message>
    <message>
        <source>Which program is to be started?</source>
        <translation>Welches Programm soll gestartet werden?</translation>
    </message>
    <message>
        <source>An argument must not be empty.</source>
        <translation>Ein Argument darf nicht leer sein.</translation>
    </message>
    <message>
        <source>Name ports, or leave the field empty.</source>
        <translation>Ports angeben oder das Feld leer lassen.</translation>
    </message>
    <message>
        <source>This is too long.</source>
        <translation>Das ist zu lang.</translation>
    </message>
    <message>
        <source>These are too many arguments.</source>
        <translation>Das sind zu viele Argumente.</translation>
    </message>
    <message>
        <source>There is a character in it that cannot be seen. Remove it.</source>
        <translation>Darin steht ein unsichtbares Zeichen. Bitte entfernen.</translation>
    </message>
    <message>
        <source>The program is never filled in: { and } only have a meaning in the arguments.</source>
        <translation>In das Programm wird nie etwas eingesetzt: { und } haben nur in den Argumenten eine Bedeutung.</translation>
    </message>
    <message>
        <source>Write the whole path, or only the name of a program.</source>
        <translation>Den ganzen Pfad oder nur den Namen eines Programms angeben.</translation>
    </message>
    <message>
        <source>There are {address}, {port}, {service} and {name}. Write {{ and }} for braces.</source>
        <translation>Es gibt {address}, {port}, {service} und {name}. Geschweifte Klammern werden als {{ und }} geschrieben.</translation>
    </message>
    <message>
        <source>A single brace. Write {{ or }} if a brace is meant.</source>
        <translation>Eine einzelne geschweifte Klammer. Ist die Klammer selbst gemeint, {{ oder }} schreiben.</translation>
    </message>
    <message>
        <source>This host was not given by name.</source>
        <translation>Dieser Host wurde nicht mit Namen angegeben.</translation>
    </message>
    <message>
        <source>This host&apos;s name is not one that can be handed to a program.</source>
        <translation>Der Name dieses Hosts kann keinem Programm übergeben werden.</translation>
    </message>
    <message>
        <source>This port has no usual service.</source>
        <translation>Dieser Port hat keinen üblichen Dienst.</translation>
    </message>
    <message>
        <source>This service&apos;s name is not one that can be handed to a program.</source>
        <translation>Der Name dieses Dienstes kann keinem Programm übergeben werden.</translation>
    </message>
    <message>
        <source>What is filled in begins with “-”, and a program would take it for an option.</source>
        <translation>Was eingesetzt wird, beginnt mit „-“, und ein Programm würde es für eine Option halten.</translation>
    </message>
    <message>
        <source>No browser opens an address that needs an interface&apos;s name.</source>
        <translation>Kein Browser öffnet eine Adresse, die den Namen einer Schnittstelle braucht.</translation>
    </message>
    <message>
        <source>This is not a web service.</source>
        <translation>Das ist kein Webdienst.</translation>
    </message>
    <message>
        <source>These are not ports.</source>
        <translation>Das sind keine Ports.</translation>
    </message>
    <message>
        <source>There is no program “%1” on this computer.</source>
        <extracomment>%1 is a program</extracomment>
        <translation>Auf diesem Computer gibt es kein Programm „%1“.</translation>
    </message>
    <message>
        <source>“%1” needs a terminal, and none was found on this computer.</source>
        <translation>„%1“ braucht ein Terminal, und auf diesem Computer wurde keines gefunden.</translation>
    </message>
    <message>
        <source>“%1” could not be started.</source>
        <translation>„%1“ konnte nicht gestartet werden.</translation>
    </message>
</context>
<context>
    <name>OptionSummary</name>
    <message>
        <source>gentle</source>
        <comment>speed of a scan</comment>
        <translation>sanft</translation>
    </message>
    <message>
        <source>fast</source>
        <comment>speed of a scan</comment>
        <translation>schnell</translation>
    </message>
    <message>
        <source>at most %1/s</source>
        <comment>connections a second</comment>
        <translation>höchstens %1/s</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>%1 per host</source>
        <comment>connections at once</comment>
        <translation>%1 je Host</translation>
    </message>
    <message>
        <source>timeout %1 ms</source>
        <translation>Wartezeit %1 ms</translation>
    </message>
    <message>
        <source>timeout at least %1 ms</source>
        <translation>Wartezeit mindestens %1 ms</translation>
    </message>
    <message>
        <source>timeout at most %1 ms</source>
        <translation>Wartezeit höchstens %1 ms</translation>
    </message>
    <message numerus="yes">
        <source>%n retries</source>
        <translation>
            <numerusform>%n Wiederholung</numerusform>
            <numerusform>%n Wiederholungen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n threads</source>
        <translation>
            <numerusform>%n Thread</numerusform>
            <numerusform>%n Threads</numerusform>
        </translation>
    </message>
    <message>
        <source>IPv4 only</source>
        <translation>nur IPv4</translation>
    </message>
    <message>
        <source>IPv6 only</source>
        <translation>nur IPv6</translation>
    </message>
    <message>
        <source>first addresses only</source>
        <translation>nur erste Adressen</translation>
    </message>
    <message>
        <source>with network and broadcast</source>
        <translation>mit Netz und Broadcast</translation>
    </message>
    <message>
        <source>down hosts too</source>
        <translation>auch abwesende Hosts</translation>
    </message>
    <message>
        <source>silent hosts skipped</source>
        <translation>schweigende Hosts übersprungen</translation>
    </message>
    <message>
        <source>liar check</source>
        <translation>Lügnerprüfung</translation>
    </message>
    <message>
        <source>banners within %1 ms</source>
        <translation>Banner binnen %1 ms</translation>
    </message>
    <message>
        <source>targets excluded</source>
        <translation>Ziele ausgeschlossen</translation>
    </message>
    <message>
        <source>ports excluded</source>
        <translation>Ports ausgeschlossen</translation>
    </message>
    <message>
        <source>fixed order</source>
        <translation>feste Reihenfolge</translation>
    </message>
</context>
<context>
    <name>PortPreset</name>
    <message>
        <source>Common</source>
        <translation>Häufige</translation>
    </message>
    <message>
        <source>Usual</source>
        <translation>Übliche</translation>
    </message>
    <message>
        <source>Web</source>
        <translation>Web</translation>
    </message>
    <message>
        <source>Remote access</source>
        <translation>Fernzugriff</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-Mail</translation>
    </message>
    <message>
        <source>Files and NAS</source>
        <translation>Dateien und NAS</translation>
    </message>
    <message>
        <source>Databases</source>
        <translation>Datenbanken</translation>
    </message>
    <message>
        <source>Windows and directory</source>
        <translation>Windows und Verzeichnisdienste</translation>
    </message>
    <message>
        <source>Containers and clusters</source>
        <translation>Container und Cluster</translation>
    </message>
    <message>
        <source>Printers</source>
        <translation>Drucker</translation>
    </message>
    <message>
        <source>Cameras and things</source>
        <translation>Kameras und Geräte</translation>
    </message>
    <message>
        <source>Games</source>
        <translation>Spiele</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>title and number of ports</comment>
        <translation>%1 (%2)</translation>
    </message>
</context>
<context>
    <name>ResultFilter</name>
    <message>
        <source>a word must follow the minus sign</source>
        <translation>auf das Minuszeichen muss ein Wort folgen</translation>
    </message>
    <message>
        <source>a value is missing</source>
        <translation>ein Wert fehlt</translation>
    </message>
    <message>
        <source>write rtt&gt;50 or rtt&lt;5, and a colon after every other key</source>
        <translation>so schreiben: rtt&gt;50 oder rtt&lt;5, und nach jedem anderen Schlüssel ein Doppelpunkt</translation>
    </message>
    <message>
        <source>not a port (0 to 65535) or a range such as 80-90</source>
        <translation>kein Port (0 bis 65535) und kein Bereich wie 80-90</translation>
    </message>
    <message>
        <source>not a state; there are open, closed, filtered and unknown</source>
        <translation>kein Zustand; es gibt open, closed, filtered und unknown</translation>
    </message>
    <message>
        <source>not a reason, such as reset or no-response</source>
        <translation>kein Grund wie reset oder no-response</translation>
    </message>
    <message>
        <source>not a time, such as 50, 0.5ms or 2s</source>
        <translation>keine Zeit wie 50, 0.5ms oder 2s</translation>
    </message>
    <message>
        <source>more words than a filter can hold</source>
        <translation>mehr Wörter, als ein Filter fassen kann</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>%1 is the faulty part of a filter, %2 says what is wrong with it</extracomment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>not a key; there are host, name, note, port, service, state, reason and rtt</source>
        <translation>kein Schlüssel; es gibt host, name, note, port, service, state, reason und rtt</translation>
    </message>
    <message>
        <source>not a regular expression</source>
        <translation>kein regulärer Ausdruck</translation>
    </message>
    <message>
        <source>a regular expression of more than 200 characters</source>
        <translation>ein regulärer Ausdruck von mehr als 200 Zeichen</translation>
    </message>
    <message>
        <source>%1: %2: %3</source>
        <extracomment>%1 is a regular expression, %2 that it is none, %3 a reason</extracomment>
        <translation>%1: %2: %3</translation>
    </message>
</context>
<context>
    <name>RowRequests</name>
    <message>
        <source>Select results first.</source>
        <translation>Zuerst Ergebnisse auswählen.</translation>
    </message>
    <message>
        <source>Select at most %1 results for this.</source>
        <translation>Dafür höchstens %1 Ergebnisse auswählen.</translation>
    </message>
    <message>
        <source>Select results of at most %1 hosts for this.</source>
        <translation>Dafür Ergebnisse von höchstens %1 Hosts auswählen.</translation>
    </message>
    <message>
        <source>These hosts have different ports, more than %1 in all. Select fewer results.</source>
        <translation>Diese Hosts haben verschiedene Ports, insgesamt mehr als %1. Bitte weniger Ergebnisse auswählen.</translation>
    </message>
    <message>
        <source>So many excluded hosts cannot be kept. Exclude their network instead.</source>
        <translation>So viele ausgeschlossene Hosts lassen sich nicht speichern. Bitte stattdessen ihr Netz ausschließen.</translation>
    </message>
</context>
<context>
    <name>ScanGuard</name>
    <message numerus="yes">
        <source>Large scan: %1 connections, %2.</source>
        <extracomment>%1: how many; %2: &quot;about 1 h&quot;, &quot;4 min to 2 h&quot;</extracomment>
        <translation>
            <numerusform>Großer Scan: %1 Verbindung, %2.</numerusform>
            <numerusform>Großer Scan: %1 Verbindungen, %2.</numerusform>
        </translation>
    </message>
    <message>
        <source>These addresses are public: %1. Do you own them, or have permission to scan them?</source>
        <extracomment>%1: addresses</extracomment>
        <translation>Diese Adressen sind öffentlich: %1. Gehören sie Ihnen, oder liegt eine Erlaubnis für den Scan vor?</translation>
    </message>
</context>
<context>
    <name>WindowTitle</name>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopping</source>
        <translation>wird angehalten</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>%1 open</source>
        <comment>ports</comment>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>figure, state</comment>
        <extracomment>&quot;46 %, paused&quot;; &quot;7 open, stopped&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 – %2 – Roadstead</source>
        <comment>46 % – 192.168.1.0/24 – Roadstead</comment>
        <translation>%1 – %2 – Roadstead</translation>
    </message>
</context>
<context>
    <name>cli</name>
    <message>
        <source>What to scan: addresses, blocks (10.0.0.0/24), octet ranges (10.0-3.*.1,5), address ranges (10.0.0.5-20), names, host:port; @FILE reads them from a file, @- from standard input.</source>
        <translation>Was gescannt wird: Adressen, Blöcke (10.0.0.0/24), Oktettbereiche (10.0-3.*.1,5), Adressbereiche (10.0.0.5-20), Namen, Host:Port; @DATEI liest sie aus einer Datei, @- von der Standardeingabe.</translation>
    </message>
    <message>
        <source>Ports to scan: 22, 1-1024, 60000-, service names and wildcards (http*), list names (see --list-presets), top:50, !22. Default: the Common list.</source>
        <translation>Zu scannende Ports: 22, 1-1024, 60000-, Dienstnamen und Platzhalter (http*), Namen von Listen (siehe --list-presets), top:50, !22. Vorgabe: die Liste Common.</translation>
    </message>
    <message>
        <source>Targets to leave out, in the same syntax.</source>
        <translation>Auszulassende Ziele, in derselben Schreibweise.</translation>
    </message>
    <message>
        <source>Ports to leave out, in the same syntax.</source>
        <translation>Auszulassende Ports, in derselben Schreibweise.</translation>
    </message>
    <message>
        <source>Read targets from a file (- for standard input); # starts a comment.</source>
        <translation>Ziele aus einer Datei lesen (- für die Standardeingabe); # leitet einen Kommentar ein.</translation>
    </message>
    <message>
        <source>Pick the addresses out of any text, such as a log (- for standard input).</source>
        <translation>Die Adressen aus einem beliebigen Text wie einem Protokoll heraussuchen (- für die Standardeingabe).</translation>
    </message>
    <message>
        <source>Scan only the first address of a name.</source>
        <translation>Nur die erste Adresse eines Namens scannen.</translation>
    </message>
    <message>
        <source>Scan the network and broadcast addresses of a block too.</source>
        <translation>Auch die Netz- und die Broadcast-Adresse eines Blocks scannen.</translation>
    </message>
    <message>
        <source>Scan IPv4 addresses only.</source>
        <translation>Nur IPv4-Adressen scannen.</translation>
    </message>
    <message>
        <source>Scan IPv6 addresses only.</source>
        <translation>Nur IPv6-Adressen scannen.</translation>
    </message>
    <message>
        <source>Scan threads. Default: one per core, at most 4.</source>
        <translation>Scan-Threads. Vorgabe: einer je Prozessorkern, höchstens 4.</translation>
    </message>
    <message>
        <source>The same seed gives the same order of ports.</source>
        <translation>Derselbe Startwert ergibt dieselbe Reihenfolge der Ports.</translation>
    </message>
    <message>
        <source>Write all results to a CSV file (- for standard output).</source>
        <translation>Alle Ergebnisse in eine CSV-Datei schreiben (- für die Standardausgabe).</translation>
    </message>
    <message>
        <source>In CSV, do not protect text that a spreadsheet would run as a formula.</source>
        <translation>In CSV keinen Text schützen, den eine Tabellenkalkulation als Formel ausführen würde.</translation>
    </message>
    <message>
        <source>In CSV, use the locale&apos;s separator and decimal sign, and a byte order mark.</source>
        <translation>In CSV das Trenn- und das Dezimalzeichen der Ländereinstellung und eine Bytereihenfolge-Markierung verwenden.</translation>
    </message>
    <message>
        <source>List and write only ports in these states: open, closed, filtered, unknown.</source>
        <translation>Nur Ports in diesen Zuständen auflisten und schreiben: open, closed, filtered, unknown.</translation>
    </message>
    <message>
        <source>List the port lists and end.</source>
        <translation>Die Portlisten auflisten und beenden.</translation>
    </message>
    <message>
        <source>No progress and no notes, only results and errors.</source>
        <translation>Kein Fortschritt und keine Hinweise, nur Ergebnisse und Fehler.</translation>
    </message>
    <message>
        <source>No colours. The variable NO_COLOR does the same.</source>
        <translation>Keine Farben. Die Variable NO_COLOR bewirkt dasselbe.</translation>
    </message>
    <message>
        <source>Show the version and end.</source>
        <translation>Die Version anzeigen und beenden.</translation>
    </message>
    <message>
        <source>Show this help and end.</source>
        <translation>Diese Hilfe anzeigen und beenden.</translation>
    </message>
    <message>
        <source>--%1 takes a whole number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 erwartet eine ganze Zahl von %2 bis %3, nicht „%4“.</translation>
    </message>
    <message>
        <source>--%1 can be given only once.</source>
        <translation>--%1 darf nur einmal angegeben werden.</translation>
    </message>
    <message>
        <source>--%1 needs a file name, or - for standard output.</source>
        <translation>--%1 braucht einen Dateinamen oder - für die Standardausgabe.</translation>
    </message>
    <message>
        <source>--states takes open, closed, filtered and unknown, separated by commas, not &quot;%1&quot;.</source>
        <translation>--states erwartet open, closed, filtered und unknown, durch Kommas getrennt, nicht „%1“.</translation>
    </message>
    <message>
        <source>No target is named; see roadstead-cli --help.</source>
        <translation>Kein Ziel angegeben; siehe roadstead-cli --help.</translation>
    </message>
    <message>
        <source>--%1 says how to write a CSV file; name one with --csv.</source>
        <translation>--%1 sagt, wie eine CSV-Datei geschrieben wird; sie ist mit --csv zu nennen.</translation>
    </message>
    <message numerus="yes">
        <source>Nothing to list on %n host(s): %1</source>
        <translation>
            <numerusform>Nichts aufzulisten auf %n Host: %1</numerusform>
            <numerusform>Nichts aufzulisten auf %n Hosts: %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Ports on %1</source>
        <translation>Ports auf %1</translation>
    </message>
    <message>
        <source>Ports on %1 (%2)</source>
        <comment>names, address</comment>
        <translation>Ports auf %1 (%2)</translation>
    </message>
    <message>
        <source>Not shown: %1</source>
        <translation>Nicht gezeigt: %1</translation>
    </message>
    <message>
        <source>Discovered open port %1/tcp on %2</source>
        <translation>Offenen Port %1/tcp auf %2 gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s)</source>
        <translation>
            <numerusform>%1 Host</numerusform>
            <numerusform>%1 Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 port(s)</source>
        <translation>
            <numerusform>%1 von %2 Port</numerusform>
            <numerusform>%1 von %2 Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>Stopped: %1, %2, %3 open in %4</source>
        <comment>hosts, ports, number, time</comment>
        <translation>Angehalten: %1, %2, %3 offen in %4</translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s)</source>
        <translation>
            <numerusform>%1 Port</numerusform>
            <numerusform>%1 Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>Done: %1, %2, %3 open in %4</source>
        <comment>hosts, ports, number, time</comment>
        <translation>Fertig: %1, %2, %3 offen in %4</translation>
    </message>
    <message>
        <source>standard output</source>
        <translation>Standardausgabe</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <comment>file, the system&apos;s words</comment>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) could not be tried and have no verdict.</source>
        <translation>
            <numerusform>%1 Port konnte nicht versucht werden und hat kein Ergebnis.</numerusform>
            <numerusform>%1 Ports konnten nicht versucht werden und haben kein Ergebnis.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1:%2:%3: %4</source>
        <comment>file, line, column, what is wrong</comment>
        <translation>%1:%2:%3: %4</translation>
    </message>
    <message>
        <source>%1: no address was found in this text.</source>
        <translation>%1: In diesem Text wurde keine Adresse gefunden.</translation>
    </message>
    <message>
        <source>Nothing is left to scan: everything named is excluded.</source>
        <translation>Es bleibt nichts zu scannen: Alles Genannte ist ausgeschlossen.</translation>
    </message>
    <message>
        <source>Large scan: %1 addresses, %2 connections.</source>
        <translation>Großer Scan: %1 Adressen, %2 Verbindungen.</translation>
    </message>
    <message>
        <source>Public addresses are among the targets; scan only what you may scan.</source>
        <translation>Unter den Zielen sind öffentliche Adressen; nur scannen, was gescannt werden darf.</translation>
    </message>
    <message>
        <source>standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>Standard input can be read only once.</source>
        <translation>Die Standardeingabe kann nur einmal gelesen werden.</translation>
    </message>
    <message>
        <source>%1: only a regular file can be read; use - for standard input.</source>
        <translation>%1: Nur eine gewöhnliche Datei kann gelesen werden; - steht für die Standardeingabe.</translation>
    </message>
    <message>
        <source>%1: the file is larger than 64 MB.</source>
        <translation>%1: Die Datei ist größer als 64 MB.</translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>und %n weiteres</numerusform>
            <numerusform>und %n weitere</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Left out %n item(s) of %1:</source>
        <translation>
            <numerusform>%n Eintrag aus %1 ausgelassen:</numerusform>
            <numerusform>%n Einträge aus %1 ausgelassen:</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Picked %n target(s) from %1:</source>
        <translation>
            <numerusform>%n Ziel aus %1 übernommen:</numerusform>
            <numerusform>%n Ziele aus %1 übernommen:</numerusform>
        </translation>
    </message>
    <message>
        <source>--%1 names no port.</source>
        <translation>--%1 nennt keinen Port.</translation>
    </message>
    <message>
        <source>Nothing is left to scan: -%1 takes only IPv%1 addresses, and none is named.</source>
        <translation>Es bleibt nichts zu scannen: -%1 nimmt nur IPv%1-Adressen, und keine ist angegeben.</translation>
    </message>
    <message>
        <source>Wait so many milliseconds for what an open port says first. Default: not at all; 200 suffice on most networks.</source>
        <translation>So viele Millisekunden auf das warten, was ein offener Port zuerst sagt. Vorgabe: gar nicht; 200 genügen in den meisten Netzen.</translation>
    </message>
    <message>
        <source>Check every host with an open port whether it, or something on the way, accepts every connection.</source>
        <translation>Bei jedem Host mit einem offenen Port prüfen, ob er oder etwas auf dem Weg jede Verbindung annimmt.</translation>
    </message>
    <message>
        <source>Try every port of a host even if nobody answers for its address.</source>
        <translation>Jeden Port eines Hosts versuchen, auch wenn niemand für seine Adresse antwortet.</translation>
    </message>
    <message>
        <source>Below each port and host, say in a sentence how it was found.</source>
        <translation>Unter jedem Port und Host in einem Satz sagen, wie das Ergebnis zustande kam.</translation>
    </message>
    <message>
        <source>--%1 takes an IPv4 or IPv6 address, not &quot;%2&quot;.</source>
        <translation>--%1 erwartet eine IPv4- oder IPv6-Adresse, nicht „%2“.</translation>
    </message>
    <message>
        <source>A port scan is running</source>
        <translation>Ein Port-Scan läuft</translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) were not tried, because nothing came back from their hosts (--skip-silent).</source>
        <translation>
            <numerusform>%1 Port wurde nicht versucht, weil von seinem Host nichts zurückkam (--skip-silent).</numerusform>
            <numerusform>%1 Ports wurden nicht versucht, weil von ihren Hosts nichts zurückkam (--skip-silent).</numerusform>
        </translation>
    </message>
    <message>
        <source>gentle for printers, controllers and home routers; normal (the default) as fast as the network carries; fast for networks that are known to be good.</source>
        <translation>gentle für Drucker, Steuerungen und Heimrouter; normal (Vorgabe) so schnell, wie das Netz es trägt; fast für Netze, die bekanntermaßen gut sind.</translation>
    </message>
    <message>
        <source>At most so many connections a second. Default: no limit; 500 with --timing gentle.</source>
        <translation>Höchstens so viele Verbindungen je Sekunde. Vorgabe: keine Grenze; 500 bei --timing gentle.</translation>
    </message>
    <message>
        <source>Connections under way at once. Default: by --timing, and what the system allows.</source>
        <translation>Gleichzeitige Verbindungen. Vorgabe: nach --timing, und was das System erlaubt.</translation>
    </message>
    <message>
        <source>Connections under way at once to one host. Default: by --timing, and what its network carries.</source>
        <translation>Gleichzeitige Verbindungen zu einem Host. Vorgabe: nach --timing, und was sein Netz trägt.</translation>
    </message>
    <message>
        <source>Milliseconds to wait for an answer, always. Default: from the round-trip times that are seen.</source>
        <translation>Wartezeit auf eine Antwort in Millisekunden, immer gleich. Vorgabe: nach den beobachteten Umlaufzeiten.</translation>
    </message>
    <message>
        <source>Never wait fewer milliseconds for an answer. Default: by --timing.</source>
        <translation>Nie weniger Millisekunden auf eine Antwort warten. Vorgabe: nach --timing.</translation>
    </message>
    <message>
        <source>Never wait more milliseconds for an answer. Default: by --timing.</source>
        <translation>Nie mehr Millisekunden auf eine Antwort warten. Vorgabe: nach --timing.</translation>
    </message>
    <message>
        <source>Further tries when nothing answers. Default: as many as the network&apos;s loss demands, at least 1.</source>
        <translation>Weitere Versuche, wenn nichts antwortet. Vorgabe: so viele, wie der Verlust im Netz verlangt, mindestens 1.</translation>
    </message>
    <message>
        <source>Give a host up when nothing comes back from its first ports; the others end as unknown. Faster where most hosts do not exist, and not the whole truth.</source>
        <translation>Einen Host aufgeben, wenn von seinen ersten Ports nichts zurückkommt; die übrigen bleiben unbekannt. Schneller, wo es die meisten Hosts nicht gibt, und nicht die ganze Wahrheit.</translation>
    </message>
    <message>
        <source>--timing takes gentle, normal or fast, not &quot;%1&quot;.</source>
        <translation>--timing nimmt gentle, normal oder fast, nicht „%1“.</translation>
    </message>
    <message>
        <source>--timeout fixes what --%1 would bound; give one of them.</source>
        <translation>--timeout legt fest, was --%1 begrenzen würde; nur eines davon angeben.</translation>
    </message>
    <message>
        <source>--min-timeout %1 is more than --max-timeout %2.</source>
        <translation>--min-timeout %1 ist mehr als --max-timeout %2.</translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>%1 + %2 silent (half) of %3</source>
        <comment>ports done, silent so far, all</comment>
        <translation>%1 + %2 schweigend (halb) von %3</translation>
    </message>
    <message>
        <source>%1/s</source>
        <comment>ports per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>limit: %1</source>
        <comment>the path, open files, ...</comment>
        <translation>Grenze: %1</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>There is room again: the scan goes on.</source>
        <translation>Es ist wieder Platz: Der Scan geht weiter.</translation>
    </message>
    <message>
        <source>The scan is paused, and goes on when results can be saved again.</source>
        <translation>Der Scan macht Pause und geht weiter, sobald sich Ergebnisse wieder speichern lassen.</translation>
    </message>
    <message>
        <source>Keep the scan in a file as it runs, so that it can be continued and compared.</source>
        <translation>Den Scan, während er läuft, in einer Datei festhalten, damit er fortgesetzt und verglichen werden kann.</translation>
    </message>
    <message>
        <source>Continue the scan that is kept in a file: exactly what has no verdict yet, with the same options, in the same order.</source>
        <translation>Den Scan fortsetzen, der in einer Datei festgehalten ist: genau das, was noch kein Ergebnis hat, mit denselben Optionen, in derselben Reihenfolge.</translation>
    </message>
    <message>
        <source>Say what differs between two scans: --compare OLD NEW. Exit code 0: nothing, 1: something, 2: one cannot be read.</source>
        <translation>Sagen, worin sich zwei Scans unterscheiden: --compare ALT NEU. Exit-Code 0: nirgends, 1: irgendwo, 2: einer ist nicht lesbar.</translation>
    </message>
    <message>
        <source>Join the parts of one scan into a new file: --merge OUT IN...</source>
        <translation>Die Teile eines Scans in einer neuen Datei zusammenfügen: --merge AUSGABE EINGABE...</translation>
    </message>
    <message>
        <source>Scan the K-th of N parts; the others are for other computers, with the same command but for K. Join their files with --merge.</source>
        <translation>Den K-ten von N Teilen scannen; die anderen sind für andere Computer, mit demselben Befehl bis auf K. Ihre Dateien fügt --merge zusammen.</translation>
    </message>
    <message>
        <source>Read results instead of scanning: nmap&apos;s XML, masscan&apos;s JSON, or this program&apos;s CSV and JSON Lines (- for standard input).</source>
        <translation>Ergebnisse lesen, statt zu scannen: XML von nmap, JSON von masscan oder CSV und JSON Lines dieses Programms (- für die Standardeingabe).</translation>
    </message>
    <message>
        <source>Ports that should be open, and that should not be, one rule a line: TARGETS PORTS open|not-open. Exit code 3 if one is otherwise.</source>
        <translation>Ports, die offen sein sollen, und solche, die es nicht sein sollen, eine Regel je Zeile: ZIELE PORTS open|not-open. Exit-Code 3, wenn einer davon abweicht.</translation>
    </message>
    <message>
        <source>Write all results as JSON Lines.</source>
        <translation>Alle Ergebnisse als JSON Lines schreiben.</translation>
    </message>
    <message>
        <source>Write all results as XML that reads like nmap&apos;s.</source>
        <translation>Alle Ergebnisse als XML schreiben, das sich wie das von nmap liest.</translation>
    </message>
    <message>
        <source>Write a page to read and print.</source>
        <translation>Eine Seite zum Lesen und Drucken schreiben.</translation>
    </message>
    <message>
        <source>Write the open ports as address:port, one a line.</source>
        <translation>Die offenen Ports als Adresse:Port schreiben, einen je Zeile.</translation>
    </message>
    <message>
        <source>Scans TCP ports with plain connections; needs no privileges.
Exit code: 0 every port has a verdict, 1 something is missing, 2 wrong usage, 3 an expectation is violated, 130 interrupted.</source>
        <translation>Scannt TCP-Ports mit gewöhnlichen Verbindungen; braucht keine besonderen Rechte.
Exit-Code: 0 zu jedem Port gibt es ein Ergebnis, 1 etwas fehlt, 2 falscher Aufruf, 3 eine Erwartung ist verletzt, 130 abgebrochen.</translation>
    </message>
    <message>
        <source>%1 cannot be given together with --%2.</source>
        <translation>%1 kann nicht zusammen mit --%2 angegeben werden.</translation>
    </message>
    <message>
        <source>--compare takes two files: the older scan and the newer.</source>
        <translation>--compare erwartet zwei Dateien: den älteren Scan und den neueren.</translation>
    </message>
    <message>
        <source>--merge takes the file to be written, and those to be joined.</source>
        <translation>--merge erwartet die zu schreibende Datei und die zusammenzufügenden.</translation>
    </message>
    <message>
        <source>--%1 takes no target: what was scanned stands in the file.</source>
        <translation>--%1 nimmt kein Ziel an: Was gescannt wurde, steht in der Datei.</translation>
    </message>
    <message>
        <source>Only one output can go to standard output.</source>
        <translation>Nur eine Ausgabe kann auf die Standardausgabe gehen.</translation>
    </message>
    <message>
        <source>%1 is named for two outputs.</source>
        <translation>%1 ist für zwei Ausgaben angegeben.</translation>
    </message>
    <message>
        <source>--%1 needs a file name.</source>
        <translation>--%1 braucht einen Dateinamen.</translation>
    </message>
    <message>
        <source>--shard takes K/N, the K-th of N parts with N up to %1, not &quot;%2&quot;.</source>
        <translation>--shard erwartet K/N, den K-ten von N Teilen mit N bis %1, nicht „%2“.</translation>
    </message>
    <message>
        <source>The expectations that the scan keeps cannot be read; give others with --expect. Line %1: %2</source>
        <comment>line, what is wrong</comment>
        <translation>Die Erwartungen, die der Scan enthält, sind nicht lesbar; --expect gibt andere an. Zeile %1: %2</translation>
    </message>
    <message>
        <source>%1 is read, and an output would replace it.</source>
        <translation>%1 wird gelesen, und eine Ausgabe würde es ersetzen.</translation>
    </message>
    <message>
        <source>The scan is over, and the program ends when the last results can be saved; Ctrl+C ends it without them.</source>
        <translation>Der Scan ist vorbei; das Programm endet, sobald die letzten Ergebnisse gespeichert werden können. Strg+C beendet es ohne sie.</translation>
    </message>
    <message>
        <source>There is room again: all results are saved.</source>
        <translation>Es ist wieder Platz: Alle Ergebnisse sind gespeichert.</translation>
    </message>
    <message>
        <source>--%1 needs a file name, or - for standard input.</source>
        <translation>--%1 braucht einen Dateinamen oder - für die Standardeingabe.</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Roadstead scans TCP ports.</source>
        <translation>Roadstead scannt TCP-Ports.</translation>
    </message>
    <message>
        <source>Fill in the ports: 22,80,8000-8100, http*, top:50 or a preset.</source>
        <translation>Die Ports eintragen: 22,80,8000-8100, http*, top:50 oder eine Portliste.</translation>
    </message>
    <message>
        <source>ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Start the scan at once.</source>
        <translation>Den Scan sofort starten.</translation>
    </message>
    <message>
        <source>target</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>no display; roadstead-cli does the same in a terminal</source>
        <translation>keine Anzeige; roadstead-cli tut dasselbe im Terminal</translation>
    </message>
    <message>
        <source>A port scan is running</source>
        <translation>Ein Port-Scan läuft</translation>
    </message>
    <message>
        <source>Addresses, ranges, CIDR blocks or names; or files of scans, each for a window of its own.</source>
        <translation>Adressen, Bereiche, CIDR-Blöcke oder Namen; oder Dateien von Scans, jede für ein eigenes Fenster.</translation>
    </message>
    <message>
        <source>[target...|file...]</source>
        <translation>[Ziel...|Datei...]</translation>
    </message>
    <message>
        <source>files are opened, and nothing is scanned then: leave out targets, --ports and --start</source>
        <translation>Dateien werden geöffnet, und dann wird nichts gescannt: Ziele, --ports und --start weglassen</translation>
    </message>
</context>
<context>
    <name>roadstead::CommandEditor</name>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Program:</source>
        <translation>&amp;Programm:</translation>
    </message>
    <message>
        <source>e.g. vncviewer, or a whole path</source>
        <translation>z. B. vncviewer oder ein ganzer Pfad</translation>
    </message>
    <message>
        <source>&amp;Offered for:</source>
        <translation>Angeboten &amp;für:</translation>
    </message>
    <message>
        <source>all ports; or e.g. ssh, 5900-5910</source>
        <translation>alle Ports; oder z. B. ssh, 5900-5910</translation>
    </message>
    <message>
        <source>Run in a &amp;terminal</source>
        <translation>In einem &amp;Terminal ausführen</translation>
    </message>
    <message>
        <source>one argument a line</source>
        <translation>ein Argument je Zeile</translation>
    </message>
    <message>
        <source>One argument a line. {address}, {port}, {service} and {name} are filled in. No shell sees them: no quotation marks are needed.</source>
        <translation>Ein Argument je Zeile. {address}, {port}, {service} und {name} werden eingesetzt. Keine Shell bekommt sie zu sehen: Anführungszeichen sind unnötig.</translation>
    </message>
    <message>
        <source>&amp;Arguments:</source>
        <translation>&amp;Argumente:</translation>
    </message>
    <message>
        <source>Starts:</source>
        <extracomment>What the command will be</extracomment>
        <translation>Startet:</translation>
    </message>
    <message>
        <source>What the command starts</source>
        <translation>Was der Befehl startet</translation>
    </message>
</context>
<context>
    <name>roadstead::CommandsDialog</name>
    <message>
        <source>Commands to open results with</source>
        <translation>Befehle zum Öffnen von Ergebnissen</translation>
    </message>
    <message>
        <source>&amp;Save commands</source>
        <translation>Befehle &amp;speichern</translation>
    </message>
    <message>
        <source>&amp;Commands:</source>
        <translation>&amp;Befehle:</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>No commands yet. Press Add to make one.</source>
        <translation>Noch keine Befehle. „Hinzufügen“ legt einen an.</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1 (error)</source>
        <extracomment>%1 is the name of a command in which something is wrong</extracomment>
        <translation>%1 (Fehler)</translation>
    </message>
    <message>
        <source>New command</source>
        <translation>Neuer Befehl</translation>
    </message>
    <message>
        <source>These commands are too long to be kept.</source>
        <translation>Diese Befehle sind zu lang, um gespeichert zu werden.</translation>
    </message>
</context>
<context>
    <name>roadstead::CompareExport</name>
    <message>
        <source>Export differences</source>
        <translation>Unterschiede exportieren</translation>
    </message>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message numerus="yes">
        <source>%1 difference(s) written to %2.</source>
        <translation>
            <numerusform>%1 Unterschied nach %2 geschrieben.</numerusform>
            <numerusform>%1 Unterschiede nach %2 geschrieben.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>Save el&amp;sewhere…</source>
        <translation>Woanders s&amp;peichern…</translation>
    </message>
    <message>
        <source>&amp;Try again</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>Text, a line each (*.txt)</source>
        <translation>Text, je eine Zeile (*.txt)</translation>
    </message>
    <message numerus="yes">
        <source>Exporting %1 difference(s)…</source>
        <translation>
            <numerusform>%1 Unterschied wird exportiert…</numerusform>
            <numerusform>%1 Unterschiede werden exportiert…</numerusform>
        </translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Abbre&amp;chen</translation>
    </message>
</context>
<context>
    <name>roadstead::CompareFilter</name>
    <message>
        <source>Filter: host, name, port, service</source>
        <translation>Filter: Host, Name, Port, Dienst</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Words must all fit; -word excludes.
Also: port:80-90 host:10.0.* service:ssh, and state:open for what is open in either scan</source>
        <translation>Alle Wörter müssen passen; -Wort schließt aus.
Auch: port:80-90 host:10.0.* service:ssh, und state:open für das, was in einem der beiden Scans offen ist</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>%1
Show only these: Ctrl+click.</source>
        <translation>%1
Nur diese zeigen: Strg+Klick.</translation>
    </message>
</context>
<context>
    <name>roadstead::CompareSides</name>
    <message>
        <source>Before</source>
        <extracomment>The older of two scans that are compared</extracomment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>The newer of two scans that are compared</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>S&amp;wap</source>
        <translation>&amp;Tauschen</translation>
    </message>
    <message>
        <source>What was before is now, and the other way round</source>
        <translation>Aus Vorher wird Jetzt, und umgekehrt</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %2 · %3 port(s)</source>
        <extracomment>A scan: %1 what it is called, %2 when it began, %3 how many ports were looked at</extracomment>
        <translation>
            <numerusform>%1 · %2 · %3 Port</numerusform>
            <numerusform>%1 · %2 · %3 Ports</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::CompareWindow</name>
    <message>
        <source>Compare scans – Roadstead</source>
        <translation>Scans vergleichen – Roadstead</translation>
    </message>
    <message>
        <source>Differences</source>
        <translation>Unterschiede</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Cop&amp;y rows</source>
        <translation>Zeilen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Filter to this &amp;host</source>
        <translation>Nach diesem &amp;Host filtern</translation>
    </message>
    <message>
        <source>Filter to this &amp;port</source>
        <translation>Nach diesem &amp;Port filtern</translation>
    </message>
    <message>
        <source>Changes from %1 to %2 – Roadstead</source>
        <extracomment>%1 and %2 are names of scans</extracomment>
        <translation>Änderungen von %1 zu %2 – Roadstead</translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <comment>so many differences</comment>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>The scans have nothing in common.</source>
        <translation>Die Scans haben nichts gemeinsam.</translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) have the same state in both scans.</source>
        <translation>
            <numerusform>%1 Port hat in beiden Scans denselben Zustand.</numerusform>
            <numerusform>%1 Ports haben in beiden Scans denselben Zustand.</numerusform>
        </translation>
    </message>
    <message>
        <source>No port was scanned by both of them.</source>
        <translation>Kein Port wurde in beiden gescannt.</translation>
    </message>
    <message>
        <source>No difference matches this filter.</source>
        <translation>Kein Unterschied passt zu diesem Filter.</translation>
    </message>
    <message>
        <source>Clear f&amp;ilter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>All differences are hidden.</source>
        <translation>Alle Unterschiede sind ausgeblendet.</translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>Alle&amp;s zeigen</translation>
    </message>
    <message>
        <source>Comparing…</source>
        <translation>Wird verglichen…</translation>
    </message>
    <message>
        <source>Select a row to see how both scans found it.</source>
        <translation>Eine Zeile auswählen, um zu sehen, wie beide Scans sie fanden.</translation>
    </message>
    <message>
        <source>Only %1 rows can be copied at once. Export them instead, or select fewer.</source>
        <translation>Nur %1 Zeilen lassen sich auf einmal kopieren. Sie lassen sich stattdessen exportieren, oder es sind weniger auszuwählen.</translation>
    </message>
    <message>
        <source>Close while exporting?</source>
        <translation>Während des Exports schließen?</translation>
    </message>
    <message>
        <source>The export is still running. Closing the window cancels it, and its file is not written.</source>
        <translation>Der Export läuft noch. Wird das Fenster geschlossen, bricht er ab, und seine Datei wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>&amp;Stop export and close</source>
        <translation>Export &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
</context>
<context>
    <name>roadstead::CountChip</name>
    <message>
        <source>%1 %2</source>
        <comment>state and count: Open 7</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Shown in the table</source>
        <translation>In der Tabelle gezeigt</translation>
    </message>
    <message>
        <source>Hidden in the table</source>
        <translation>In der Tabelle ausgeblendet</translation>
    </message>
</context>
<context>
    <name>roadstead::DetailText</name>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>It said: %1</source>
        <comment>a banner</comment>
        <translation>Er meldete: %1</translation>
    </message>
    <message>
        <source>Usual service: %1</source>
        <translation>Üblicher Dienst: %1</translation>
    </message>
    <message>
        <source>Usual service: %1 (%2)</source>
        <comment>name, description</comment>
        <translation>Üblicher Dienst: %1 (%2)</translation>
    </message>
    <message>
        <source>Attempts: %1</source>
        <translation>Versuche: %1</translation>
    </message>
    <message>
        <source>Time: %1</source>
        <translation>Zeit: %1</translation>
    </message>
    <message>
        <source>Host %1</source>
        <comment>an address</comment>
        <translation>Host %1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>First answer: %1</source>
        <comment>a time</comment>
        <translation>Erste Antwort: %1</translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <comment>a time</comment>
        <translation>Letzte Antwort: %1</translation>
    </message>
    <message>
        <source>Note: %1</source>
        <translation>Notiz: %1</translation>
    </message>
    <message>
        <source>No result so far</source>
        <translation>Bisher kein Ergebnis</translation>
    </message>
    <message>
        <source>Source: IANA&apos;s list of port numbers, not the port itself</source>
        <extracomment>Where the name of the usual service comes from</extracomment>
        <translation>Quelle: die Liste der Portnummern der IANA, nicht der Port selbst</translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s)</source>
        <translation>
            <numerusform>%1 Port</numerusform>
            <numerusform>%1 Ports</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%2 on %1 host(s)</source>
        <comment>a state</comment>
        <extracomment>&quot;Open on 12 hosts&quot;</extracomment>
        <translation>
            <numerusform>%2 auf %1 Host</numerusform>
            <numerusform>%2 auf %1 Hosts</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::DetailTotals</name>
    <message numerus="yes">
        <source>%1 result(s)</source>
        <translation>
            <numerusform>%1 Ergebnis</numerusform>
            <numerusform>%1 Ergebnisse</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>On %1 host(s)</source>
        <translation>
            <numerusform>Auf %1 Host</numerusform>
            <numerusform>Auf %1 Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Round-trip time: %1 to %2 ms</source>
        <translation>Laufzeit: %1 bis %2 ms</translation>
    </message>
</context>
<context>
    <name>roadstead::DetailsDock</name>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Select a result to see how it was found.</source>
        <translation>Ein Ergebnis auswählen, um zu sehen, wie es zustande kam.</translation>
    </message>
</context>
<context>
    <name>roadstead::DifferenceText</name>
    <message>
        <source>Change</source>
        <translation>Änderung</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Before</source>
        <extracomment>The state in the older of two scans</extracomment>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>Now</source>
        <extracomment>The state in the newer of two scans</extracomment>
        <translation>Jetzt</translation>
    </message>
    <message>
        <source>host</source>
        <extracomment>In the place of a port&apos;s number: all of it</extracomment>
        <translation>Host</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>%1 says what was found, %2 when</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, port %2: %3</source>
        <extracomment>%1 is an address, %2 a port&apos;s number, %3 a word like &quot;Appeared&quot;</extracomment>
        <translation>%1, Port %2: %3</translation>
    </message>
    <message>
        <source>Before: %1</source>
        <translation>Vorher: %1</translation>
    </message>
    <message>
        <source>Now: %1</source>
        <translation>Jetzt: %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <extracomment>Spoken by a screen reader; %1 is a port&apos;s number</extracomment>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1, before %2, now %3</source>
        <extracomment>Spoken by a screen reader: &quot;appeared, before closed, now open&quot;</extracomment>
        <translation>%1, vorher %2, jetzt %3</translation>
    </message>
</context>
<context>
    <name>roadstead::DocumentFlow</name>
    <message>
        <source>What you changed is shown, but not saved.</source>
        <translation>Was Sie geändert haben, wird gezeigt, ist aber nicht gespeichert.</translation>
    </message>
    <message>
        <source>Save the scan</source>
        <translation>Scan speichern</translation>
    </message>
    <message>
        <source>The scan goes on, but it is not saved.</source>
        <translation>Der Scan geht weiter, wird aber nicht gespeichert.</translation>
    </message>
    <message>
        <source>The scan is paused, and goes on when results can be saved again.</source>
        <translation>Der Scan macht Pause und geht weiter, sobald sich Ergebnisse wieder speichern lassen.</translation>
    </message>
    <message>
        <source>S&amp;ave elsewhere…</source>
        <translation>Woanders s&amp;peichern…</translation>
    </message>
    <message>
        <source>&amp;Go on without saving</source>
        <translation>Ohne Speichern for&amp;tfahren</translation>
    </message>
    <message>
        <source>What was found is shown, but the file does not have all of it.</source>
        <translation>Was gefunden wurde, wird gezeigt, aber in der Datei fehlt etwas davon.</translation>
    </message>
    <message>
        <source>The file does not have all that was found.</source>
        <translation>In der Datei steht nicht alles, was gefunden wurde.</translation>
    </message>
    <message>
        <source>The last results wait until they can be saved.</source>
        <translation>Die letzten Ergebnisse warten, bis sie sich speichern lassen.</translation>
    </message>
    <message>
        <source>&amp;Do not save them</source>
        <translation>&amp;Nicht speichern</translation>
    </message>
    <message>
        <source>Scans (*.roadstead)</source>
        <translation>Scans (*.roadstead)</translation>
    </message>
</context>
<context>
    <name>roadstead::ExpectationCommands</name>
    <message>
        <source>Show the&amp;m</source>
        <translation>&amp;Diese zeigen</translation>
    </message>
    <message>
        <source>No more than %1 ports can be marked at once. A rule is for any number of them.</source>
        <translation>Mehr als %1 Ports können nicht auf einmal markiert werden. Eine Regel gilt für beliebig viele.</translation>
    </message>
    <message>
        <source>E&amp;xpectations…</source>
        <translation>Erwar&amp;tungen…</translation>
    </message>
</context>
<context>
    <name>roadstead::ExpectationKeeper</name>
    <message>
        <source>E&amp;xpectations…</source>
        <translation>Erwar&amp;tungen…</translation>
    </message>
    <message>
        <source>What is expected cannot be kept for other scans. %1</source>
        <translation>Erwartungen können nicht für andere Scans behalten werden. %1</translation>
    </message>
    <message>
        <source>This scan says what is expected in a way that cannot be read. Line %1: %2</source>
        <translation>Was dieser Scan erwartet, ist nicht lesbar. Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>roadstead::ExpectationsDialog</name>
    <message>
        <source>Expectations</source>
        <translation>Erwartungen</translation>
    </message>
    <message>
        <source>Rules</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>&amp;Rules:</source>
        <translation>&amp;Regeln:</translation>
    </message>
    <message>
        <source>Which ports should be open, and which should not be, in the scan that is shown and in those to come. A line has addresses, ports, and one of the words open, not-open and any, which takes away what lines before it say; of several lines on one port the last one counts. A # begins a comment. For example:</source>
        <translation>Welche Ports offen sein sollen und welche nicht, im gezeigten Scan und in künftigen. In einer Zeile stehen Adressen, Ports und eines der Wörter open, not-open und any; any nimmt zurück, was Zeilen davor sagen. Von mehreren Zeilen zu einem Port gilt die letzte. Mit # beginnt ein Kommentar. Zum Beispiel:</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Apply</source>
        <translation>An&amp;wenden</translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
    <message>
        <source>To replace what stands there now, save again.</source>
        <translation>Wer ersetzen will, was dort jetzt steht, speichert noch einmal.</translation>
    </message>
</context>
<context>
    <name>roadstead::ExportDialog</name>
    <message>
        <source>Pre&amp;view:</source>
        <translation>&amp;Vorschau:</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>&amp;Exportieren…</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>Zeilen</translation>
    </message>
    <message>
        <source>&amp;All results (%1)</source>
        <translation>&amp;Alle Ergebnisse (%1)</translation>
    </message>
    <message>
        <source>&amp;Shown in the table (%1)</source>
        <translation>In der &amp;Tabelle gezeigte (%1)</translation>
    </message>
    <message>
        <source>Se&amp;lected (%1)</source>
        <translation>Aus&amp;gewählte (%1)</translation>
    </message>
    <message>
        <source>Se&amp;lected (counting…)</source>
        <translation>Aus&amp;gewählte (werden gezählt…)</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
    <message>
        <source>&amp;All open ports (%1)</source>
        <translation>&amp;Alle offenen Ports (%1)</translation>
    </message>
</context>
<context>
    <name>roadstead::ExportFlow</name>
    <message>
        <source>&amp;Export</source>
        <translation>&amp;Exportieren</translation>
    </message>
    <message>
        <source>Exporting: %1 of %2 rows written.</source>
        <translation>Export: %1 von %2 Zeilen geschrieben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows exported to %2.</source>
        <translation>
            <numerusform>%1 Zeile nach %2 exportiert.</numerusform>
            <numerusform>%1 Zeilen nach %2 exportiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Sto&amp;ppen</translation>
    </message>
    <message>
        <source>S&amp;ave elsewhere…</source>
        <translation>Woanders s&amp;peichern…</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>CSV files (*.csv)</source>
        <translation>CSV-Dateien (*.csv)</translation>
    </message>
    <message>
        <source>JSON Lines (*.jsonl)</source>
        <translation>JSON Lines (*.jsonl)</translation>
    </message>
    <message>
        <source>XML files (*.xml)</source>
        <translation>XML-Dateien (*.xml)</translation>
    </message>
    <message>
        <source>Pages (*.html)</source>
        <translation>Seiten (*.html)</translation>
    </message>
    <message>
        <source>Text files (*.txt)</source>
        <translation>Textdateien (*.txt)</translation>
    </message>
    <message>
        <source>Export results</source>
        <translation>Ergebnisse exportieren</translation>
    </message>
</context>
<context>
    <name>roadstead::ExportFormat</name>
    <message>
        <source>Comma</source>
        <translation>Komma</translation>
    </message>
    <message>
        <source>Semicolon</source>
        <translation>Semikolon</translation>
    </message>
    <message>
        <source>Tab</source>
        <translation>Tabulator</translation>
    </message>
    <message>
        <source>It has a byte order mark, “%1” between fields, decimal “%2”.</source>
        <translation>Mit einer Byte-Reihenfolge-Marke, „%1“ zwischen Feldern und „%2“ als Dezimalzeichen.</translation>
    </message>
    <message>
        <source>&amp;Protect spreadsheet formulas</source>
        <translation>Vor Tabellen&amp;formeln schützen</translation>
    </message>
    <message>
        <source>Puts a &apos; before text that a spreadsheet would take for a formula and run.</source>
        <translation>Setzt ein &apos; vor Text, den eine Tabellenkalkulation für eine Formel halten und ausführen würde.</translation>
    </message>
    <message>
        <source>&amp;Format:</source>
        <translation>F&amp;ormat:</translation>
    </message>
    <message>
        <source>Separa&amp;tor:</source>
        <translation>Trenn&amp;zeichen:</translation>
    </message>
    <message>
        <source>&amp;Byte order mark</source>
        <translation>&amp;Byte-Reihenfolge-Marke</translation>
    </message>
    <message>
        <source>Three bytes at the beginning by which some programs recognise UTF-8.</source>
        <translation>Drei Bytes am Anfang, an denen manche Programme UTF-8 erkennen.</translation>
    </message>
    <message>
        <source>Choose at least one column.</source>
        <translation>Wählen Sie mindestens eine Spalte.</translation>
    </message>
    <message>
        <source>Colu&amp;mns:</source>
        <translation>S&amp;palten:</translation>
    </message>
</context>
<context>
    <name>roadstead::FileQuestion</name>
    <message>
        <source>All files (*)</source>
        <translation>Alle Dateien (*)</translation>
    </message>
</context>
<context>
    <name>roadstead::FilterRow</name>
    <message>
        <source>Filter: host, name, port, service, reason</source>
        <translation>Filter: Host, Name, Port, Dienst, Grund</translation>
    </message>
    <message>
        <source>Filter</source>
        <translation>Filter</translation>
    </message>
    <message>
        <source>Words must all fit; -word excludes.
Also: port:80-90 host:10.0.* service:ssh state:open reason:reset rtt&gt;50</source>
        <translation>Alle Wörter müssen passen; -Wort schließt aus.
Auch: port:80-90 host:10.0.* service:ssh state:open reason:reset rtt&gt;50</translation>
    </message>
    <message>
        <source>Clear the filter</source>
        <translation>Den Filter leeren</translation>
    </message>
    <message>
        <source>Regular expressions</source>
        <translation>Reguläre Ausdrücke</translation>
    </message>
    <message>
        <source>Regular expressions: words and the values of host, name, note, service and reason are patterns such as ^web\d+</source>
        <translation>Reguläre Ausdrücke: Wörter und die Werte von host, name, note, service und reason sind Muster wie ^web\d+</translation>
    </message>
    <message>
        <source>Examples of filters</source>
        <translation>Beispiele für Filter</translation>
    </message>
    <message>
        <source>Examples of filters, to choose from</source>
        <translation>Beispiele für Filter zur Auswahl</translation>
    </message>
    <message>
        <source>Words</source>
        <translation>Wörter</translation>
    </message>
    <message>
        <source>Regular expressions, separated by spaces, must all fit; -word excludes.
Also: port:80-90 host:^10\.0 service:^ssh$ state:open reason:unreach rtt&gt;50</source>
        <translation>Reguläre Ausdrücke, durch Leerzeichen getrennt, müssen alle passen; -Wort schließt aus.
Auch: port:80-90 host:^10\.0 service:^ssh$ state:open reason:unreach rtt&gt;50</translation>
    </message>
    <message>
        <source>The down key offers completions.</source>
        <translation>Die Pfeiltaste nach unten bietet Ergänzungen an.</translation>
    </message>
    <message>
        <source>%1
Show or hide: Ctrl+%2. Show only these: Ctrl+Shift+%2 or Ctrl+click.</source>
        <translation>%1
Ein- oder ausblenden: Strg+%2. Nur diese zeigen: Strg+Umschalt+%2 oder Strg+Klick.</translation>
    </message>
    <message numerus="yes">
        <source>%n completion(s), to be chosen by the up and down keys</source>
        <translation>
            <numerusform>%n Ergänzung, zu wählen mit den Pfeiltasten nach oben und unten</numerusform>
            <numerusform>%n Ergänzungen, zu wählen mit den Pfeiltasten nach oben und unten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::FilterSuggestions</name>
    <message>
        <source>Completions</source>
        <translation>Ergänzungen</translation>
    </message>
</context>
<context>
    <name>roadstead::GroupCommands</name>
    <message>
        <source>&amp;Copy addresses</source>
        <translation>Adressen &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Scan these hosts again</source>
        <translation>Diese Hosts &amp;erneut scannen</translation>
    </message>
    <message>
        <source>Scan &amp;all ports of these hosts</source>
        <translation>&amp;Alle Ports dieser Hosts scannen</translation>
    </message>
    <message>
        <source>E&amp;xclude hosts from scans</source>
        <translation>Hosts von Scans a&amp;usschließen</translation>
    </message>
    <message>
        <source>&amp;Copy ports</source>
        <translation>Ports &amp;kopieren</translation>
    </message>
    <message>
        <source>&amp;Use for the next scan</source>
        <translation>Für den nächsten Scan &amp;verwenden</translation>
    </message>
</context>
<context>
    <name>roadstead::GroupPane</name>
    <message>
        <source>Select nothing, and show the results of all (Esc)</source>
        <translation>Nichts auswählen und die Ergebnisse von allen zeigen (Esc)</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Services</source>
        <translation>Dienste</translation>
    </message>
    <message>
        <source>No hosts yet</source>
        <translation>Noch keine Hosts</translation>
    </message>
    <message>
        <source>No ports yet</source>
        <translation>Noch keine Ports</translation>
    </message>
    <message>
        <source>Each host appears here with its first result.</source>
        <translation>Jeder Host erscheint hier mit seinem ersten Ergebnis.</translation>
    </message>
    <message>
        <source>Each port appears here with its first result, and with the number of hosts that have it open.</source>
        <translation>Jeder Port erscheint hier mit seinem ersten Ergebnis und mit der Zahl der Hosts, auf denen er offen ist.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s)</source>
        <translation>
            <numerusform>%Ln Host</numerusform>
            <numerusform>%Ln Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s)</source>
        <translation>
            <numerusform>%Ln Port</numerusform>
            <numerusform>%Ln Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 with open ports</source>
        <extracomment>Behind &quot;256 hosts&quot;</extracomment>
        <translation>%1 mit offenen Ports</translation>
    </message>
    <message>
        <source>%1 open</source>
        <extracomment>Behind &quot;100 ports&quot;; open on at least one host</extracomment>
        <translation>%1 offen</translation>
    </message>
    <message numerus="yes">
        <source>%Ln selected</source>
        <translation>
            <numerusform>%Ln ausgewählt</numerusform>
            <numerusform>%Ln ausgewählt</numerusform>
        </translation>
    </message>
    <message>
        <source>Show a&amp;ll</source>
        <translation>Alle&amp;s zeigen</translation>
    </message>
</context>
<context>
    <name>roadstead::GuideWindow</name>
    <message>
        <source>User guide</source>
        <translation>Benutzerhandbuch</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the guide</source>
        <translation>Das Handbuch durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Not found</source>
        <translation>Nicht gefunden</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s)</source>
        <translation>
            <numerusform>%n Stelle</numerusform>
            <numerusform>%n Stellen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::HistoryDialog</name>
    <message>
        <source>Scan history</source>
        <translation>Verlauf der Scans</translation>
    </message>
    <message>
        <source>No scan matches</source>
        <translation>Kein Scan passt</translation>
    </message>
    <message>
        <source>Each word is looked for in targets, ports, names, dates and states.</source>
        <translation>Jedes Wort wird in Zielen, Ports, Namen, Daten und Zuständen gesucht.</translation>
    </message>
    <message>
        <source>Clear the searc&amp;h</source>
        <translation>Die S&amp;uche leeren</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>Noch kein Scan</translation>
    </message>
    <message>
        <source>Every scan is kept here as it runs, without having to be saved.</source>
        <translation>Jeder Scan wird hier aufbewahrt, schon während er läuft, ohne dass er gespeichert werden muss.</translation>
    </message>
    <message>
        <source>Scans that were saved or opened lately are listed here.</source>
        <translation>Hier stehen Scans, die zuletzt gespeichert oder geöffnet wurden.</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 scans</source>
        <translation>
            <numerusform>%1 von %2 Scan</numerusform>
            <numerusform>%1 von %2 Scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans</source>
        <translation>
            <numerusform>%1 Scan</numerusform>
            <numerusform>%1 Scans</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 without a name, %2 in %3</source>
        <translation>
            <numerusform>%1 ohne Namen, %2 in %3</numerusform>
            <numerusform>%1 ohne Namen, %2 in %3</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Delete</source>
        <translation>Lös&amp;chen</translation>
    </message>
    <message>
        <source>&amp;Take from the list</source>
        <translation>Aus der Liste &amp;nehmen</translation>
    </message>
    <message>
        <source>&amp;Keep</source>
        <translation>&amp;Behalten</translation>
    </message>
    <message>
        <source>Search targets, ports, names, dates, states</source>
        <translation>Ziele, Ports, Namen, Daten, Zustände durchsuchen</translation>
    </message>
    <message>
        <source>Search the scans</source>
        <translation>Die Scans durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>&amp;Open</source>
        <translation>Ö&amp;ffnen</translation>
    </message>
    <message>
        <source>&amp;Continue</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message>
        <source>Scans what is left to be scanned.</source>
        <translation>Scannt, was noch zu scannen ist.</translation>
    </message>
    <message>
        <source>Co&amp;mpare</source>
        <translation>Ver&amp;gleichen</translation>
    </message>
    <message>
        <source>Of two selected scans: what changed from the older to the newer.</source>
        <translation>Bei zwei ausgewählten Scans: was sich vom älteren zum neueren geändert hat.</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>&amp;Speichern unter…</translation>
    </message>
    <message>
        <source>Gives the scan a name, or copies it.</source>
        <translation>Gibt dem Scan einen Namen oder kopiert ihn.</translation>
    </message>
    <message>
        <source>Show its &amp;folder</source>
        <translation>Seinen Or&amp;dner zeigen</translation>
    </message>
    <message>
        <source>Cop&amp;y</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>De&amp;lete…</source>
        <translation>&amp;Löschen…</translation>
    </message>
    <message>
        <source>Deletes scans without a name; those that have one are taken from the list.</source>
        <translation>Löscht Scans ohne Namen; solche mit Namen werden nur aus der Liste genommen.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Its folder is not there now: on a medium, perhaps.</source>
        <translation>Sein Ordner ist gerade nicht da, vielleicht auf einem Datenträger.</translation>
    </message>
    <message>
        <source>This scan is running. It can be opened when it has ended.</source>
        <translation>Dieser Scan läuft. Er lässt sich öffnen, wenn er zu Ende ist.</translation>
    </message>
</context>
<context>
    <name>roadstead::HistoryModel</name>
    <message>
        <source>not named</source>
        <translation>ohne Namen</translation>
    </message>
    <message numerus="yes">
        <source>%1 unknown</source>
        <translation>
            <numerusform>%1 unbekannt</numerusform>
            <numerusform>%1 unbekannt</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>When</source>
        <translation>Wann</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Hosts</source>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Datei</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
</context>
<context>
    <name>roadstead::HostModel</name>
    <message>
        <source>No result so far</source>
        <translation>Bisher kein Ergebnis</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Verdict</source>
        <extracomment>Of a host: up, down and so on</extracomment>
        <translation>Befund</translation>
    </message>
    <message>
        <source>Ports</source>
        <extracomment>Of a host: a bar that shows how many of its ports have which state</extracomment>
        <translation>Ports</translation>
    </message>
</context>
<context>
    <name>roadstead::HostTotals</name>
    <message>
        <source>Up %1</source>
        <comment>so many hosts</comment>
        <translation>Erreichbar: %1</translation>
    </message>
    <message>
        <source>Accepts all %1</source>
        <comment>so many hosts, every connection</comment>
        <translation>Nimmt alles an: %1</translation>
    </message>
    <message>
        <source>Stopped answering %1</source>
        <comment>so many hosts</comment>
        <translation>Antwortet nicht mehr: %1</translation>
    </message>
    <message>
        <source>Silent so far %1</source>
        <comment>so many hosts</comment>
        <translation>Schweigt bisher: %1</translation>
    </message>
    <message>
        <source>No route %1</source>
        <comment>to so many hosts</comment>
        <translation>Keine Route: %1</translation>
    </message>
    <message>
        <source>Down %1</source>
        <comment>so many hosts</comment>
        <translation>Nicht da: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s)</source>
        <translation>
            <numerusform>%1 Host</numerusform>
            <numerusform>%1 Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>With open ports: %1</source>
        <comment>so many hosts</comment>
        <translation>Mit offenen Ports: %1</translation>
    </message>
    <message>
        <source>First answer: %1</source>
        <comment>a time</comment>
        <translation>Erste Antwort: %1</translation>
    </message>
    <message>
        <source>Last answer: %1</source>
        <comment>a time</comment>
        <translation>Letzte Antwort: %1</translation>
    </message>
</context>
<context>
    <name>roadstead::LiveFigures</name>
    <message>
        <source>%1/s</source>
        <comment>ports per second</comment>
        <translation>%1/s</translation>
    </message>
    <message>
        <source>%1 in flight</source>
        <translation>%1 unterwegs</translation>
    </message>
    <message>
        <source>round trip %1 ms</source>
        <translation>Umlauf %1 ms</translation>
    </message>
    <message>
        <source>limited by: %1</source>
        <comment>the path, open files, ...</comment>
        <translation>begrenzt durch: %1</translation>
    </message>
    <message>
        <source>on average</source>
        <comment>after 2,335/s</comment>
        <translation>im Mittel</translation>
    </message>
</context>
<context>
    <name>roadstead::MainWindow</name>
    <message>
        <source>Start &amp;anyway</source>
        <translation>&amp;Trotzdem starten</translation>
    </message>
    <message>
        <source>&amp;Resume</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;usieren</translation>
    </message>
    <message>
        <source>Close while scanning?</source>
        <translation>Während des Scans schließen?</translation>
    </message>
    <message>
        <source>&amp;Stop and close</source>
        <translation>&amp;Anhalten und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep scanning</source>
        <translation>&amp;Weiter scannen</translation>
    </message>
    <message>
        <source>The versions of Roadstead, Qt and this system were copied. Paste them into your report, and say what you did, what you expected and what happened.</source>
        <translation>Die Versionen von Roadstead, Qt und diesem System wurden kopiert. Bitte in den Bericht einfügen und beschreiben, was getan, was erwartet und was beobachtet wurde.</translation>
    </message>
    <message>
        <source>An export is still running. Closing the window cancels it, and its file is not written.</source>
        <translation>Ein Export läuft noch. Wird das Fenster geschlossen, bricht er ab, und seine Datei wird nicht geschrieben.</translation>
    </message>
    <message>
        <source>Close while exporting?</source>
        <translation>Während des Exports schließen?</translation>
    </message>
    <message>
        <source>&amp;Stop export and close</source>
        <translation>Export &amp;abbrechen und schließen</translation>
    </message>
    <message>
        <source>&amp;Keep open</source>
        <translation>&amp;Offen lassen</translation>
    </message>
    <message>
        <source>Do you have permission to scan there?</source>
        <translation>Liegt eine Erlaubnis vor, dort zu scannen?</translation>
    </message>
    <message numerus="yes">
        <source>%n host(s) that were down</source>
        <translation>
            <numerusform>%n Host, der nicht da war</numerusform>
            <numerusform>%n Hosts, die nicht da waren</numerusform>
        </translation>
    </message>
    <message>
        <source>Left out of the scans to come: %1</source>
        <translation>Aus künftigen Scans ausgelassen: %1</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>Rüc&amp;kgängig</translation>
    </message>
    <message>
        <source>Options…</source>
        <translation>Optionen…</translation>
    </message>
    <message>
        <source>A scan is running. Stop it first, or scan these ports again when it has ended.</source>
        <translation>Es läuft ein Scan. Stoppen Sie ihn zuerst, oder scannen Sie diese Ports erneut, wenn er zu Ende ist.</translation>
    </message>
    <message>
        <source>Edit tar&amp;gets</source>
        <translation>Ziele än&amp;dern</translation>
    </message>
    <message>
        <source>More than %1 hosts are down. To scan them all the same, turn on &quot;Scan hosts that are down, too&quot; in the options, and scan again.</source>
        <translation>Mehr als %1 Hosts sind nicht da. Um sie trotzdem zu scannen, schalten Sie in den Optionen „Auch Hosts scannen, die nicht da sind“ ein und scannen Sie erneut.</translation>
    </message>
    <message>
        <source>Recent &amp;files</source>
        <translation>&amp;Zuletzt verwendete Dateien</translation>
    </message>
    <message>
        <source>A scan is still running. Paused or stopped, it can be continued later, from the history.</source>
        <translation>Ein Scan läuft noch. Pausiert oder angehalten, lässt er sich später vom Verlauf aus fortsetzen.</translation>
    </message>
    <message>
        <source>&amp;Pause and close</source>
        <translation>&amp;Pausieren und schließen</translation>
    </message>
    <message>
        <source>Scans and results (*.roadstead *.xml *.json *.jsonl *.csv);;All files (*)</source>
        <translation>Scans und Ergebnisse (*.roadstead *.xml *.json *.jsonl *.csv);;Alle Dateien (*)</translation>
    </message>
    <message>
        <source>No file yet</source>
        <translation>Noch keine Datei</translation>
    </message>
    <message>
        <source>Open a scan</source>
        <translation>Scan öffnen</translation>
    </message>
    <message>
        <source>Opening %1…</source>
        <translation>%1 wird geöffnet…</translation>
    </message>
    <message>
        <source>Read from %1. Save it to keep it as a scan.</source>
        <translation>Aus %1 gelesen. Speichern Sie es, um es als Scan zu behalten.</translation>
    </message>
    <message>
        <source>&amp;Save as…</source>
        <translation>S&amp;peichern unter…</translation>
    </message>
    <message>
        <source>This scan was not finished: %1 % of its ports have a verdict.</source>
        <translation>Dieser Scan ist nicht fertig: %1 % seiner Ports haben ein Ergebnis.</translation>
    </message>
    <message>
        <source>This scan was not finished.</source>
        <translation>Dieser Scan ist nicht fertig.</translation>
    </message>
    <message>
        <source>Compare with</source>
        <translation>Vergleichen mit</translation>
    </message>
    <message>
        <source>A scan is still running, and it is not saved: what it finds is lost when the window closes.</source>
        <translation>Ein Scan läuft noch und wird nicht gespeichert: Was er findet, geht beim Schließen des Fensters verloren.</translation>
    </message>
    <message>
        <source>Close without saving?</source>
        <translation>Ohne Speichern schließen?</translation>
    </message>
    <message>
        <source>Not all that this window shows is in a file.</source>
        <translation>Nicht alles, was dieses Fenster zeigt, steht in einer Datei.</translation>
    </message>
    <message>
        <source>Close &amp;without saving</source>
        <translation>&amp;Ohne Speichern schließen</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>S&amp;peichern unter…</translation>
    </message>
    <message>
        <source>Contin&amp;ue</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message>
        <source>A scan is still running, and its last results cannot be saved yet. The window closes when they are saved, or when you give them up.</source>
        <translation>Ein Scan läuft noch, und seine letzten Ergebnisse können noch nicht gespeichert werden. Das Fenster schließt sich, wenn sie gespeichert sind oder wenn Sie auf sie verzichten.</translation>
    </message>
</context>
<context>
    <name>roadstead::MessageBar</name>
    <message>
        <source>Note:</source>
        <translation>Hinweis:</translation>
    </message>
    <message>
        <source>Please confirm:</source>
        <translation>Bitte bestätigen:</translation>
    </message>
    <message>
        <source>Warning:</source>
        <translation>Warnung:</translation>
    </message>
    <message>
        <source>Error:</source>
        <translation>Fehler:</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>Meldungen</translation>
    </message>
    <message>
        <source>Show less</source>
        <translation>Weniger zeigen</translation>
    </message>
    <message numerus="yes">
        <source>+%n more</source>
        <translation>
            <numerusform>+%n weitere</numerusform>
            <numerusform>+%n weitere</numerusform>
        </translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>roadstead::NoteDialog</name>
    <message>
        <source>Note</source>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>&amp;Port %1:</source>
        <translation>&amp;Port %1:</translation>
    </message>
    <message>
        <source>&amp;Host %1:</source>
        <extracomment>%1 is an address, kept in its order by the marks around it</extracomment>
        <translation>&amp;Host %1:</translation>
    </message>
    <message>
        <source>&amp;Save note</source>
        <translation>Notiz &amp;speichern</translation>
    </message>
    <message>
        <source>Clear the note</source>
        <translation>Die Notiz leeren</translation>
    </message>
</context>
<context>
    <name>roadstead::OpenWith</name>
    <message>
        <source>Open &amp;with</source>
        <translation>Öffnen &amp;mit</translation>
    </message>
    <message>
        <source>Open in &amp;browser</source>
        <translation>Im &amp;Browser öffnen</translation>
    </message>
    <message>
        <source>No browser could be started for %1.</source>
        <translation>Für %1 konnte kein Browser gestartet werden.</translation>
    </message>
    <message>
        <source>&amp;ssh</source>
        <translation>&amp;ssh</translation>
    </message>
    <message>
        <source>Edit co&amp;mmands…</source>
        <translation>Befehle bearbei&amp;ten…</translation>
    </message>
</context>
<context>
    <name>roadstead::OptionsPanel</name>
    <message>
        <source>Scan options</source>
        <translation>Scan-Optionen</translation>
    </message>
    <message>
        <source>&amp;Timeout:</source>
        <translation>&amp;Wartezeit:</translation>
    </message>
    <message>
        <source> ms</source>
        <translation> ms</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Automatic: one for each processor core, at most four.</source>
        <translation>Automatisch: einer je Prozessorkern, höchstens vier.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>The same number gives the same order of ports and hosts.</source>
        <translation>Dieselbe Zahl ergibt dieselbe Reihenfolge der Ports und Hosts.</translation>
    </message>
    <message>
        <source>IPv&amp;4</source>
        <translation>IPv&amp;4</translation>
    </message>
    <message>
        <source>IPv&amp;6</source>
        <translation>IPv&amp;6</translation>
    </message>
    <message>
        <source>Only the first &amp;address of a name</source>
        <translation>Nur die erste &amp;Adresse eines Namens</translation>
    </message>
    <message>
        <source>The first and last address of a block such as 192.168.1.0/24.</source>
        <translation>Die erste und die letzte Adresse eines Blocks wie 192.168.1.0/24.</translation>
    </message>
    <message>
        <source>e.g. 192.168.1.1, 192.168.1.200-254</source>
        <translation>z. B. 192.168.1.1, 192.168.1.200-254</translation>
    </message>
    <message>
        <source>E&amp;xclude targets:</source>
        <translation>&amp;Ziele ausschließen:</translation>
    </message>
    <message>
        <source>e.g. 9100, 515</source>
        <translation>z. B. 9100, 515</translation>
    </message>
    <message>
        <source>Exclude &amp;ports:</source>
        <translation>Ports auss&amp;chließen:</translation>
    </message>
    <message>
        <source>Scan hosts that are &amp;down, too</source>
        <translation>Auch Hosts scannen, d&amp;ie nicht da sind</translation>
    </message>
    <message>
        <source>A host on the local network that nobody answers for is down, and its remaining ports are not tried, unless this is on.</source>
        <translation>Antwortet im lokalen Netz niemand für einen Host, so ist er nicht da, und seine übrigen Ports werden nicht versucht, es sei denn, dies ist eingeschaltet.</translation>
    </message>
    <message>
        <source>Tries a few ports that nobody listens on, on every host with an open port. Hosts with nearly all ports open are always checked.</source>
        <translation>Versucht auf jedem Host mit einem offenen Port einige Ports, auf denen niemand lauscht. Hosts, auf denen fast alle Ports offen sind, werden immer geprüft.</translation>
    </message>
    <message>
        <source>&amp;Wait for what open ports say first:</source>
        <translation>Au&amp;f erste Worte offener Ports warten:</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Aus</translation>
    </message>
    <message>
        <source>Some services speak first. Nothing is sent to them. 200 ms are enough on most networks.</source>
        <translation>Manche Dienste sprechen zuerst. Ihnen wird nichts gesendet. 200 ms genügen in den meisten Netzen.</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>Hosts and addresses</source>
        <translation>Hosts und Adressen</translation>
    </message>
    <message>
        <source>Include network and &amp;broadcast addresses</source>
        <translation>Auch Netz- und &amp;Broadcast-Adressen scannen</translation>
    </message>
    <message>
        <source>Skip hosts that stay si&amp;lent</source>
        <translation>Schwei&amp;gende Hosts überspringen</translation>
    </message>
    <message>
        <source>Faster where most addresses are not in use. A host that sends nothing back to the first ports is given up, and its other ports are unknown: a firewall may hide what is there.</source>
        <translation>Schneller, wo die meisten Adressen unbenutzt sind. Ein Host, von dem auf die ersten Ports nichts zurückkommt, wird aufgegeben, und seine übrigen Ports bleiben unbekannt: Eine Firewall kann verbergen, was dort ist.</translation>
    </message>
    <message>
        <source>Chec&amp;k whether a host accepts everything</source>
        <translation>&amp;Prüfen, ob ein Host alles annimmt</translation>
    </message>
    <message>
        <source>Leave out</source>
        <translation>Auslassen</translation>
    </message>
    <message>
        <source>Ad&amp;vanced</source>
        <translation>E&amp;rweitert</translation>
    </message>
    <message>
        <source>Each limit by itself. Automatic: as the speed and the network demand.</source>
        <translation>Jede Grenze für sich. Automatisch: wie Tempo und Netz es verlangen.</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>Erweitert</translation>
    </message>
    <message>
        <source>Conn&amp;ections a second, at most:</source>
        <translation>&amp;Verbindungen je Sekunde, höchstens:</translation>
    </message>
    <message>
        <source>Automatic: no limit but what the network carries; 500 with the speed Gentle.</source>
        <translation>Automatisch: keine Grenze außer dem, was das Netz trägt; 500 beim Tempo Sanft.</translation>
    </message>
    <message>
        <source>Connections under way, at &amp;most:</source>
        <translation>Verbindungen &amp;unterwegs, höchstens:</translation>
    </message>
    <message>
        <source>Over all hosts. Automatic: what the speed, the network and this computer&apos;s limits allow.</source>
        <translation>Über alle Hosts. Automatisch: was das Tempo, das Netz und die Grenzen dieses Computers erlauben.</translation>
    </message>
    <message>
        <source>Of them, to one &amp;host:</source>
        <translation>Davon zu eine&amp;m Host:</translation>
    </message>
    <message>
        <source>Automatic: what the speed and the network allow.</source>
        <translation>Automatisch: was Tempo und Netz erlauben.</translation>
    </message>
    <message>
        <source>How long to wait for an answer before a port counts as silent. Automatic: as long as the round-trip times demand that are seen.</source>
        <translation>Wie lange auf eine Antwort gewartet wird, bis ein Port als schweigend gilt. Automatisch: so lange, wie die beobachteten Umlaufzeiten es verlangen.</translation>
    </message>
    <message>
        <source>A bound for the automatic timeout.</source>
        <translation>Eine Grenze für die automatische Wartezeit.</translation>
    </message>
    <message>
        <source>Sho&amp;rtest timeout:</source>
        <translation>Kürzeste Wartezei&amp;t:</translation>
    </message>
    <message>
        <source>Longest timeo&amp;ut:</source>
        <translation>&amp;Längste Wartezeit:</translation>
    </message>
    <message>
        <source>Retr&amp;ies:</source>
        <translation>Wie&amp;derholungen:</translation>
    </message>
    <message>
        <source>How often a port that stays silent is tried again. Answers are never asked for twice. Automatic: until it is almost certain that no answer was lost, at least once.</source>
        <translation>Wie oft ein schweigender Port noch einmal versucht wird. Antworten werden nie ein zweites Mal erfragt. Automatisch: bis fast sicher ist, dass keine Antwort verloren ging, mindestens einmal.</translation>
    </message>
    <message>
        <source>Thread&amp;s:</source>
        <translation>Thr&amp;eads:</translation>
    </message>
    <message>
        <source>&amp;Order (seed):</source>
        <translation>Reihenf&amp;olge (Startwert):</translation>
    </message>
</context>
<context>
    <name>roadstead::PickDialog</name>
    <message>
        <source>Pick targets from text</source>
        <translation>Ziele aus Text übernehmen</translation>
    </message>
    <message>
        <source>Paste a log, an e-mail, a configuration file…</source>
        <translation>Ein Protokoll, eine E-Mail oder eine Konfigurationsdatei einfügen…</translation>
    </message>
    <message>
        <source>&amp;Text:</source>
        <translation>&amp;Text:</translation>
    </message>
    <message>
        <source>&amp;Use these targets</source>
        <translation>Diese Ziele &amp;verwenden</translation>
    </message>
    <message>
        <source>Addresses, CIDR blocks and address:port are picked; words and names are not.</source>
        <translation>Übernommen werden Adressen, CIDR-Blöcke und Adresse:Port, keine Wörter und Namen.</translation>
    </message>
    <message numerus="yes">
        <source>%n targets &amp;found:</source>
        <translation>
            <numerusform>%n &amp;Ziel gefunden:</numerusform>
            <numerusform>%n &amp;Ziele gefunden:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::PortListEditor</name>
    <message>
        <source>The list needs a name.</source>
        <translation>Die Liste braucht einen Namen.</translation>
    </message>
    <message>
        <source>A name has at most %1 characters.</source>
        <translation>Ein Name hat höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A name begins with a letter, and is of letters, digits, spaces and - _ . + / &amp; &apos; only.</source>
        <translation>Ein Name beginnt mit einem Buchstaben; danach sind nur Buchstaben, Ziffern, Leerzeichen und - _ . + / &amp; &apos; erlaubt.</translation>
    </message>
    <message>
        <source>Another list has this name.</source>
        <translation>Eine andere Liste heißt schon so.</translation>
    </message>
    <message>
        <source>This is the name of a service, which would no longer be found.</source>
        <translation>So heißt ein Dienst, der dann nicht mehr gefunden würde.</translation>
    </message>
    <message>
        <source>The ports of a list have at most %1 characters.</source>
        <translation>Die Ports einer Liste haben höchstens %1 Zeichen.</translation>
    </message>
    <message>
        <source>A list has at most %1 wildcards, * or ?.</source>
        <translation>Eine Liste hat höchstens %1 Platzhalter, * oder ?.</translation>
    </message>
    <message numerus="yes">
        <source>%1 ports: %2</source>
        <translation>
            <numerusform>%1 Port: %2</numerusform>
            <numerusform>%1 Ports: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Name:</source>
        <translation>&amp;Name:</translation>
    </message>
    <message>
        <source>&amp;Ports:</source>
        <translation>Po&amp;rts:</translation>
    </message>
    <message>
        <source>e.g. 22, 80, 8000-8100, http*, top:50</source>
        <translation>z. B. 22, 80, 8000-8100, http*, top:50</translation>
    </message>
    <message>
        <source>What the list stands for</source>
        <translation>Wofür die Liste steht</translation>
    </message>
    <message>
        <source>Stands for:</source>
        <extracomment>What ports a list is</extracomment>
        <translation>Steht für:</translation>
    </message>
    <message>
        <source>Built in. Copy it to make a list of your own from it; one of the same name replaces it.</source>
        <translation>Eingebaut. Aus einer Kopie wird eine eigene Liste; eine gleichen Namens ersetzt diese.</translation>
    </message>
</context>
<context>
    <name>roadstead::PortListsDialog</name>
    <message>
        <source>Edit port lists</source>
        <translation>Portlisten bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Save lists</source>
        <translation>Listen &amp;speichern</translation>
    </message>
    <message>
        <source>Port &amp;lists:</source>
        <translation>Port&amp;listen:</translation>
    </message>
    <message>
        <source>Port lists</source>
        <translation>Portlisten</translation>
    </message>
    <message>
        <source>A&amp;dd</source>
        <translation>&amp;Hinzufügen</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>&amp;Remove</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nach &amp;oben</translation>
    </message>
    <message>
        <source>Move do&amp;wn</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Restore &amp;built-in lists</source>
        <translation>Eingebaute Listen &amp;wiederherstellen</translation>
    </message>
    <message>
        <source>%1, replaced by your own</source>
        <extracomment>%1 is a built-in port list, and one of the user&apos;s own has the same name</extracomment>
        <translation>%1, durch eine eigene ersetzt</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>(ohne Namen)</translation>
    </message>
    <message>
        <source>%1 (error)</source>
        <extracomment>%1 is the name of a port list in which something is wrong</extracomment>
        <translation>%1 (Fehler)</translation>
    </message>
    <message>
        <source>No lists. Press Add to make one.</source>
        <translation>Keine Listen. „Hinzufügen“ legt eine an.</translation>
    </message>
    <message>
        <source>New list</source>
        <translation>Neue Liste</translation>
    </message>
    <message>
        <source>These lists are too long to be kept.</source>
        <translation>Diese Listen sind zu lang, um gespeichert zu werden.</translation>
    </message>
</context>
<context>
    <name>roadstead::PortMapDock</name>
    <message>
        <source>Port map</source>
        <translation>Portkarte</translation>
    </message>
    <message>
        <source>No ports yet</source>
        <translation>Noch keine Ports</translation>
    </message>
    <message>
        <source>Every port that is scanned becomes a cell of a picture: 256 rows of 256 ports, coloured by state.</source>
        <translation>Jeder gescannte Port wird zu einem Feld eines Bildes: 256 Zeilen zu 256 Ports, nach Zuständen gefärbt.</translation>
    </message>
    <message>
        <source>Smaller cells (-)</source>
        <translation>Kleinere Felder (-)</translation>
    </message>
    <message>
        <source>Fit</source>
        <translation>Einpassen</translation>
    </message>
    <message>
        <source>The whole picture (0)</source>
        <translation>Das ganze Bild (0)</translation>
    </message>
    <message>
        <source>Larger cells (+)</source>
        <translation>Größere Felder (+)</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>Speichern…</translation>
    </message>
    <message>
        <source>Save the picture as PNG or SVG</source>
        <translation>Das Bild als PNG oder SVG speichern</translation>
    </message>
    <message>
        <source>All hosts</source>
        <translation>Alle Hosts</translation>
    </message>
    <message>
        <source>Port map, %1</source>
        <comment>host</comment>
        <translation>Portkarte, %1</translation>
    </message>
    <message>
        <source>Scan of %1</source>
        <comment>date and time</comment>
        <translation>Scan vom %1</translation>
    </message>
    <message>
        <source>Save the port map</source>
        <translation>Portkarte speichern</translation>
    </message>
    <message>
        <source>Saved as %1.</source>
        <translation>Als %1 gespeichert.</translation>
    </message>
    <message>
        <source>%1 was not written: %2</source>
        <translation>%1 wurde nicht geschrieben: %2</translation>
    </message>
    <message>
        <source>Show the ports of all hosts</source>
        <translation>Die Ports aller Hosts zeigen</translation>
    </message>
    <message>
        <source>S&amp;ave elsewhere…</source>
        <translation>Woanders s&amp;peichern…</translation>
    </message>
    <message>
        <source>Try a&amp;gain</source>
        <translation>Erneut &amp;versuchen</translation>
    </message>
    <message>
        <source>PNG images (*.png)</source>
        <translation>PNG-Bilder (*.png)</translation>
    </message>
    <message>
        <source>SVG drawings (*.svg)</source>
        <translation>SVG-Zeichnungen (*.svg)</translation>
    </message>
</context>
<context>
    <name>roadstead::PortMapLegend</name>
    <message>
        <source>%1 %2</source>
        <comment>state and number of ports: Open 7</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Legend</source>
        <translation>Legende</translation>
    </message>
</context>
<context>
    <name>roadstead::PortMapPicture</name>
    <message>
        <source>%1 %2</source>
        <comment>state and number of ports: Open 7</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The name must end in .png or .svg.</source>
        <translation>Der Name muss auf .png oder .svg enden.</translation>
    </message>
</context>
<context>
    <name>roadstead::PortMapText</name>
    <message numerus="yes">
        <source>open on %1 host(s)</source>
        <translation>
            <numerusform>offen auf %1 Host</numerusform>
            <numerusform>offen auf %1 Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>unknown on %1 host(s)</source>
        <translation>
            <numerusform>unbekannt auf %1 Host</numerusform>
            <numerusform>unbekannt auf %1 Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>closed on %1 host(s)</source>
        <translation>
            <numerusform>geschlossen auf %1 Host</numerusform>
            <numerusform>geschlossen auf %1 Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>filtered on %1 host(s)</source>
        <translation>
            <numerusform>gefiltert auf %1 Host</numerusform>
            <numerusform>gefiltert auf %1 Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>open</source>
        <comment>a port is</comment>
        <translation>offen</translation>
    </message>
    <message>
        <source>unknown</source>
        <comment>a port is</comment>
        <translation>unbekannt</translation>
    </message>
    <message>
        <source>closed</source>
        <comment>a port is</comment>
        <translation>geschlossen</translation>
    </message>
    <message>
        <source>filtered</source>
        <comment>a port is</comment>
        <translation>gefiltert</translation>
    </message>
    <message>
        <source>not scanned</source>
        <comment>a port is</comment>
        <translation>nicht gescannt</translation>
    </message>
    <message>
        <source>, </source>
        <comment>between parts of a list</comment>
        <translation>, </translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>443/tcp https</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>443/tcp https: open</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Not scanned</source>
        <comment>ports without a result</comment>
        <translation>Nicht gescannt</translation>
    </message>
</context>
<context>
    <name>roadstead::PortMapView</name>
    <message>
        <source>Port map</source>
        <translation>Portkarte</translation>
    </message>
</context>
<context>
    <name>roadstead::PortsField</name>
    <message>
        <source>e.g. 22, 80, 8000-8100, http*, top:50</source>
        <translation>z. B. 22, 80, 8000-8100, http*, top:50</translation>
    </message>
    <message>
        <source>Ports</source>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Edit lists…</source>
        <translation>Listen bearbeiten…</translation>
    </message>
</context>
<context>
    <name>roadstead::PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suchen</translation>
    </message>
    <message>
        <source>Search the preferences</source>
        <translation>Die Einstellungen durchsuchen</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>Die Suche leeren</translation>
    </message>
    <message>
        <source>Nothing here is called that.</source>
        <translation>Hier heißt nichts so.</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>&amp;Remember recent targets</source>
        <translation>&amp;Zuletzt gescannte Ziele merken</translation>
    </message>
    <message>
        <source>The list below the field has the last twenty; it lies in this user&apos;s settings.</source>
        <translation>Die Liste unter dem Feld enthält die letzten zwanzig; sie liegt in den Einstellungen dieses Benutzers.</translation>
    </message>
    <message>
        <source>&amp;Forget recent targets</source>
        <translation>Zuletzt gescannte Ziele &amp;vergessen</translation>
    </message>
    <message>
        <source>delete clear history</source>
        <translation>löschen leeren Verlauf</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>Follow &amp;new results</source>
        <translation>&amp;Neuen Ergebnissen folgen</translation>
    </message>
    <message>
        <source>The table scrolls to what arrives.</source>
        <translation>Die Tabelle rollt zu dem, was eintrifft.</translation>
    </message>
    <message>
        <source>Co&amp;mmands for Open with…</source>
        <translation>&amp;Befehle für „Öffnen mit“…</translation>
    </message>
    <message>
        <source>browser ssh programs arguments of your own</source>
        <translation>Browser ssh eigene Programme Argumente</translation>
    </message>
    <message>
        <source> pt</source>
        <comment>points more or less than the desktop&apos;s text</comment>
        <translation> pt</translation>
    </message>
    <message>
        <source>&amp;Text larger than the desktop&apos;s by</source>
        <translation>&amp;Text größer als auf dem Desktop um</translation>
    </message>
    <message>
        <source>font size zoom</source>
        <translation>Schrift Schriftgröße Zoom</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>Export</translation>
    </message>
    <message>
        <source>&amp;Protect spreadsheet formulas</source>
        <translation>Vor Tabellen&amp;formeln schützen</translation>
    </message>
    <message>
        <source>Puts a &apos; before text that a spreadsheet would take for a formula and run.</source>
        <translation>Setzt ein &apos; vor Text, den eine Tabellenkalkulation für eine Formel halten und ausführen würde.</translation>
    </message>
    <message>
        <source>Scans</source>
        <translation>Scans</translation>
    </message>
    <message>
        <source>Tell me when a long scan has &amp;ended in the background</source>
        <translation>Melden, wenn ein langer Scan im &amp;Hintergrund zu Ende ist</translation>
    </message>
    <message>
        <source>A message of the desktop, for scans of more than ten seconds.</source>
        <translation>Eine Meldung des Desktops, bei Scans von mehr als zehn Sekunden.</translation>
    </message>
    <message>
        <source>Scan &amp;options…</source>
        <translation>Scan-&amp;Optionen…</translation>
    </message>
    <message>
        <source>speed timeout retries limits exceptions IPv4 IPv6</source>
        <translation>Tempo Wartezeit Wiederholungen Grenzen Ausnahmen IPv4 IPv6</translation>
    </message>
    <message>
        <source>Edit port li&amp;sts…</source>
        <translation>Port&amp;listen bearbeiten…</translation>
    </message>
    <message>
        <source>presets of your own names</source>
        <translation>eigene Vorgaben Namen</translation>
    </message>
    <message>
        <source>Form&amp;at:</source>
        <translation>Form&amp;at:</translation>
    </message>
    <message>
        <source>Kept scans</source>
        <translation>Aufbewahrte Scans</translation>
    </message>
    <message>
        <source>&amp;Keep scans that have no name</source>
        <translation>&amp;Scans ohne Namen aufbewahren</translation>
    </message>
    <message>
        <source>Every scan is saved as it runs, in this user&apos;s data folder: nothing is lost, whatever happens.</source>
        <translation>Jeder Scan wird gespeichert, während er läuft, im Datenordner dieses Benutzers: Nichts geht verloren, was auch geschieht.</translation>
    </message>
    <message>
        <source>history delete old limit disk space untitled</source>
        <translation>Verlauf löschen alte Grenze Speicherplatz unbenannt behalten</translation>
    </message>
    <message>
        <source>They may take &amp;up to</source>
        <translation>Erlaubter &amp;Platz</translation>
    </message>
    <message>
        <source> MB</source>
        <translation> MB</translation>
    </message>
    <message>
        <source>Days for which the&amp;y are kept:</source>
        <translation>Aufbewahrung in Ta&amp;gen:</translation>
    </message>
    <message>
        <source>No limit</source>
        <translation>Ohne Grenze</translation>
    </message>
    <message>
        <source>You are asked before any scan is deleted.</source>
        <translation>Bevor ein Scan gelöscht wird, werden Sie gefragt.</translation>
    </message>
</context>
<context>
    <name>roadstead::ResultHistory</name>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Undo remove %1 rows</source>
        <translation>
            <numerusform>&amp;Rückgängig: %1 Zeile entfernen</numerusform>
            <numerusform>&amp;Rückgängig: %1 Zeilen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Undo clear</source>
        <translation>&amp;Rückgängig: alles entfernen</translation>
    </message>
    <message>
        <source>&amp;Undo new scan</source>
        <translation>&amp;Rückgängig: neuer Scan</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message numerus="yes">
        <source>&amp;Redo remove %1 rows</source>
        <translation>
            <numerusform>&amp;Wiederholen: %1 Zeile entfernen</numerusform>
            <numerusform>&amp;Wiederholen: %1 Zeilen entfernen</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Redo clear</source>
        <translation>&amp;Wiederholen: alles entfernen</translation>
    </message>
    <message>
        <source>&amp;Redo new scan</source>
        <translation>&amp;Wiederholen: neuer Scan</translation>
    </message>
</context>
<context>
    <name>roadstead::ResultTable</name>
    <message>
        <source>&amp;Columns</source>
        <translation>&amp;Spalten</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>Ergebnisse</translation>
    </message>
    <message>
        <source>&amp;Fit to contents</source>
        <translation>An Inhalt an&amp;passen</translation>
    </message>
    <message>
        <source>R&amp;eset columns</source>
        <translation>Spalten &amp;zurücksetzen</translation>
    </message>
</context>
<context>
    <name>roadstead::ResultText</name>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>Host</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>RTT</source>
        <extracomment>Round-trip time</extracomment>
        <translation>RTT</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Grund</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <extracomment>A round-trip time in milliseconds</extracomment>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1, port %2: %3</source>
        <extracomment>%1 is an address, %2 a port&apos;s number, %3 its state</extracomment>
        <translation>%1, Port %2: %3</translation>
    </message>
    <message>
        <source>Seen: %1</source>
        <extracomment>%1 says what was seen, for example &quot;answered with a reset&quot;</extracomment>
        <translation>Beobachtet: %1</translation>
    </message>
    <message>
        <source>Name: %1</source>
        <translation>Name: %1</translation>
    </message>
    <message>
        <source>Usual service: %1</source>
        <translation>Üblicher Dienst: %1</translation>
    </message>
    <message>
        <source>port %1</source>
        <extracomment>Spoken by a screen reader; %1 is a port&apos;s number</extracomment>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>%1 milliseconds</source>
        <extracomment>Spoken by a screen reader; %1 is a number such as 1.1</extracomment>
        <translation>%1 Millisekunden</translation>
    </message>
    <message>
        <source>Banner</source>
        <extracomment>What a service said first</extracomment>
        <translation>Banner</translation>
    </message>
    <message>
        <source>Confidence</source>
        <extracomment>How sure it is that a silent port is silent</extracomment>
        <translation>Sicherheit</translation>
    </message>
    <message>
        <source>%1 %</source>
        <extracomment>A number from 0 to 100</extracomment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>Note</source>
        <extracomment>What the user noted on a port or host</extracomment>
        <translation>Notiz</translation>
    </message>
    <message>
        <source>not as expected</source>
        <translation>nicht wie erwartet</translation>
    </message>
</context>
<context>
    <name>roadstead::ResultsArea</name>
    <message>
        <source>No result matches this filter</source>
        <translation>Kein Ergebnis passt zu diesem Filter</translation>
    </message>
    <message>
        <source>No scan yet</source>
        <translation>Noch kein Scan</translation>
    </message>
    <message>
        <source>Type a host name, an address, a range or a CIDR block above, choose the ports, and press Start.
You can also drop a text file with one target per line here.</source>
        <translation>Oben einen Hostnamen, eine Adresse, einen Bereich oder einen CIDR-Block eingeben, die Ports wählen und auf „Starten“ drücken.
Auch eine Textdatei mit einem Ziel je Zeile lässt sich hier ablegen.</translation>
    </message>
    <message>
        <source>Scan this &amp;computer</source>
        <translation>Diesen Co&amp;mputer scannen</translation>
    </message>
    <message>
        <source>Scan my &amp;network (%1)</source>
        <translation>Mein &amp;Netzwerk scannen (%1)</translation>
    </message>
    <message>
        <source>Only scan hosts you own or have permission to test.</source>
        <translation>Nur Hosts scannen, die Ihnen gehören oder für die eine Erlaubnis vorliegt.</translation>
    </message>
    <message>
        <source>Looking up names…</source>
        <translation>Namen werden aufgelöst…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Nothing to show so far.</source>
        <translation>Bisher gibt es nichts zu zeigen.</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>Verbindungen werden aufgebaut…</translation>
    </message>
    <message>
        <source>Results appear here as they arrive.</source>
        <translation>Ergebnisse erscheinen hier, sobald sie eintreffen.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>The scan was stopped before the first result.</source>
        <translation>Der Scan wurde vor dem ersten Ergebnis angehalten.</translation>
    </message>
    <message>
        <source>Nothing could be scanned</source>
        <translation>Es konnte nichts gescannt werden</translation>
    </message>
    <message numerus="yes">
        <source>No address was found for %1.
Check the spelling and the network connection.</source>
        <translation>
            <numerusform>Für %1 wurde keine Adresse gefunden.
Bitte die Schreibweise und die Netzwerkverbindung prüfen.</numerusform>
            <numerusform>Für %1 wurde keine Adresse gefunden.
Bitte die Schreibweise und die Netzwerkverbindung prüfen.</numerusform>
        </translation>
    </message>
    <message>
        <source>The targets and options leave no address to scan.</source>
        <translation>Die Ziele und Optionen lassen keine Adresse zum Scannen übrig.</translation>
    </message>
    <message numerus="yes">
        <source>No open ports among %1</source>
        <translation>
            <numerusform>Kein offener Port unter %1</numerusform>
            <numerusform>Keine offenen Ports unter %1</numerusform>
        </translation>
    </message>
    <message>
        <source>All results are hidden</source>
        <translation>Alle Ergebnisse sind ausgeblendet</translation>
    </message>
    <message>
        <source>Show %1 &amp;closed</source>
        <translation>%1 &amp;geschlossene zeigen</translation>
    </message>
    <message>
        <source>Show %1 &amp;filtered</source>
        <translation>%1 ge&amp;filterte zeigen</translation>
    </message>
    <message>
        <source>Only what is selected in the list was looked at.</source>
        <translation>Durchsucht wurde nur, was in der Liste ausgewählt ist.</translation>
    </message>
    <message>
        <source>Nothing to show of what is selected in the list</source>
        <translation>Von dem, was in der Liste ausgewählt ist, gibt es nichts zu zeigen</translation>
    </message>
    <message>
        <source>Sho&amp;w all</source>
        <translation>Aus&amp;wahl aufheben</translation>
    </message>
    <message>
        <source>Show &amp;closed</source>
        <translation>&amp;Geschlossene zeigen</translation>
    </message>
    <message>
        <source>Show &amp;filtered</source>
        <translation>Ge&amp;filterte zeigen</translation>
    </message>
    <message>
        <source>Retr&amp;y</source>
        <translation>Er&amp;neut versuchen</translation>
    </message>
    <message>
        <source>Show %1 ope&amp;n</source>
        <translation>%1 offe&amp;ne zeigen</translation>
    </message>
    <message>
        <source>Scan again slo&amp;wer</source>
        <translation>&amp;Langsamer erneut scannen</translation>
    </message>
    <message>
        <source>All results were removed from the list</source>
        <translation>Alle Ergebnisse wurden aus der Liste entfernt</translation>
    </message>
    <message>
        <source>All results so far are hidden</source>
        <translation>Alle bisherigen Ergebnisse sind ausgeblendet</translation>
    </message>
    <message numerus="yes">
        <source>No open ports so far among %1</source>
        <translation>
            <numerusform>Bisher kein offener Port unter %1</numerusform>
            <numerusform>Bisher keine offenen Ports unter %1</numerusform>
        </translation>
    </message>
    <message>
        <source>Clear f&amp;ilter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>Ed&amp;it targets</source>
        <translation>Zie&amp;le ändern</translation>
    </message>
    <message>
        <source>U&amp;ndo</source>
        <translation>Rück&amp;gängig</translation>
    </message>
    <message>
        <source>Show %1 un&amp;known</source>
        <translation>%1 &amp;unbekannte zeigen</translation>
    </message>
</context>
<context>
    <name>roadstead::ResultsDesk</name>
    <message>
        <source>Port %1 has no result so far.</source>
        <translation>Port %1 hat bisher kein Ergebnis.</translation>
    </message>
    <message>
        <source>The result of port %1 is hidden.</source>
        <translation>Das Ergebnis von Port %1 ist ausgeblendet.</translation>
    </message>
    <message>
        <source>Details and port map</source>
        <translation>Details und Portkarte</translation>
    </message>
    <message>
        <source>Reve&amp;al it</source>
        <translation>Einblen&amp;den</translation>
    </message>
</context>
<context>
    <name>roadstead::ScanFooter</name>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 open</source>
        <translation>%1 offen</translation>
    </message>
    <message>
        <source>%1 unknown</source>
        <translation>%1 unbekannt</translation>
    </message>
    <message>
        <source>%1 closed</source>
        <translation>%1 geschlossen</translation>
    </message>
    <message>
        <source>%1 filtered</source>
        <translation>%1 gefiltert</translation>
    </message>
    <message>
        <source>Progress of the scan</source>
        <translation>Fortschritt des Scans</translation>
    </message>
    <message>
        <source>%p %</source>
        <translation>%p %</translation>
    </message>
    <message>
        <source>Looking up names…</source>
        <translation>Namen werden aufgelöst…</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
    <message>
        <source>about %1 left</source>
        <translation>noch etwa %1</translation>
    </message>
    <message>
        <source>%1 elapsed</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>Stopped after %1, %2 of %3 done</source>
        <translation>Nach %1 angehalten, %2 von %3 erledigt</translation>
    </message>
    <message>
        <source>Done in %1</source>
        <translation>Fertig in %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 on %n hosts</source>
        <translation>
            <numerusform>%1 auf %n Host</numerusform>
            <numerusform>%1 auf %n Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Showing %1 of %2</source>
        <translation>%1 von %2 gezeigt</translation>
    </message>
    <message>
        <source>%1 not shown</source>
        <translation>%1 nicht gezeigt</translation>
    </message>
    <message>
        <source>A port that was tried and has not answered so far counts as half done. Its verdict comes when its host is done.</source>
        <translation>Ein Port, der versucht wurde und bisher nicht geantwortet hat, zählt als halb erledigt. Sein Ergebnis kommt, wenn sein Host fertig ist.</translation>
    </message>
    <message>
        <source>Filtering…</source>
        <translation>Filtert…</translation>
    </message>
    <message>
        <source>Sorting…</source>
        <translation>Sortiert…</translation>
    </message>
</context>
<context>
    <name>roadstead::ScanLibrary</name>
    <message>
        <source>This scan</source>
        <translation>Dieser Scan</translation>
    </message>
    <message>
        <source>There is no earlier scan of these targets.</source>
        <translation>Es gibt keinen früheren Scan dieser Ziele.</translation>
    </message>
    <message>
        <source>Reading the scans that are to be compared…</source>
        <translation>Die Scans zum Vergleichen werden gelesen …</translation>
    </message>
    <message>
        <source>Delete this scan for good?</source>
        <translation>Diesen Scan endgültig löschen?</translation>
    </message>
    <message>
        <source>Delete per&amp;manently</source>
        <translation>En&amp;dgültig löschen</translation>
    </message>
    <message>
        <source>Keep the sc&amp;an</source>
        <translation>Scan behal&amp;ten</translation>
    </message>
    <message>
        <source>Open a&amp;gain</source>
        <translation>Wiederhers&amp;tellen</translation>
    </message>
    <message>
        <source>Disc&amp;ard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>&amp;Browse history…</source>
        <translation>Verlauf &amp;durchsehen…</translation>
    </message>
    <message>
        <source>Delete the&amp;m</source>
        <translation>&amp;Jetzt löschen</translation>
    </message>
    <message>
        <source>Keep &amp;all</source>
        <translation>Alle behal&amp;ten</translation>
    </message>
</context>
<context>
    <name>roadstead::ScanNotices</name>
    <message numerus="yes">
        <source>%Ln host(s), or something on the way to them, accept every connection. That a port is open there means nothing.</source>
        <translation>
            <numerusform>%Ln Host oder etwas auf dem Weg zu ihm nimmt jede Verbindung an. Dass ein Port dort offen ist, bedeutet nichts.</numerusform>
            <numerusform>%Ln Hosts oder etwas auf dem Weg zu ihnen nehmen jede Verbindung an. Dass ein Port dort offen ist, bedeutet nichts.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) stopped answering. They may be blocking this computer.</source>
        <translation>
            <numerusform>%Ln Host antwortet nicht mehr. Er sperrt womöglich diesen Computer.</numerusform>
            <numerusform>%Ln Hosts antworten nicht mehr. Sie sperren womöglich diesen Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>Scan them &amp;anyway</source>
        <translation>&amp;Trotzdem scannen</translation>
    </message>
    <message>
        <source>The scan is paused.</source>
        <translation>Der Scan macht Pause.</translation>
    </message>
    <message>
        <source>Res&amp;ume</source>
        <translation>For&amp;tsetzen</translation>
    </message>
    <message>
        <source>Edit tar&amp;gets</source>
        <translation>Ziele än&amp;dern</translation>
    </message>
</context>
<context>
    <name>roadstead::ScanNotification</name>
    <message>
        <source>Scan finished: nothing open</source>
        <translation>Scan fertig: nichts offen</translation>
    </message>
    <message numerus="yes">
        <source>Scan finished: %1 open on %2 host(s)</source>
        <translation>
            <numerusform>Scan fertig: %1 offen auf %2 Host</numerusform>
            <numerusform>Scan fertig: %1 offen auf %2 Hosts</numerusform>
        </translation>
    </message>
    <message>
        <source>Show</source>
        <comment>the window, from a notification</comment>
        <translation>Zeigen</translation>
    </message>
</context>
<context>
    <name>roadstead::ScanPanel</name>
    <message numerus="yes">
        <source>%1 hosts</source>
        <translation>
            <numerusform>%1 Host</numerusform>
            <numerusform>%1 Hosts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 connections</source>
        <translation>
            <numerusform>%1 Verbindung</numerusform>
            <numerusform>%1 Verbindungen</numerusform>
        </translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>about 200 connections</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>254 hosts, 300 connections</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 × %2 = %3</source>
        <comment>254 hosts × 100 ports = 25,400 connections</comment>
        <translation>%1 × %2 = %3</translation>
    </message>
    <message numerus="yes">
        <source>%1 ports</source>
        <translation>
            <numerusform>%1 Port</numerusform>
            <numerusform>%1 Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>&amp;Targets:</source>
        <translation>&amp;Ziele:</translation>
    </message>
    <message>
        <source>&amp;Ports:</source>
        <translation>Po&amp;rts:</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Optionen…</translation>
    </message>
    <message>
        <source>Timeout, retries, limits, address families, exceptions</source>
        <translation>Wartezeit, Wiederholungen, Grenzen, Adressfamilien, Ausnahmen</translation>
    </message>
    <message>
        <source>Enter a target to see how many connections a scan will make.</source>
        <translation>Nach Eingabe eines Ziels steht hier, wie viele Verbindungen ein Scan aufbaut.</translation>
    </message>
    <message>
        <source>Options: %1</source>
        <translation>Optionen: %1</translation>
    </message>
    <message>
        <source>Spee&amp;d:</source>
        <translation>T&amp;empo:</translation>
    </message>
    <message>
        <source>Edit targets and exceptions as lists, one a line</source>
        <translation>Ziele und Ausnahmen als Listen bearbeiten, je Zeile eines</translation>
    </message>
    <message>
        <source>Edit targets as list</source>
        <translation>Ziele als Liste bearbeiten</translation>
    </message>
</context>
<context>
    <name>roadstead::ServiceModel</name>
    <message>
        <source>Port %1</source>
        <translation>Port %1</translation>
    </message>
    <message>
        <source>Usual service: %1</source>
        <translation>Üblicher Dienst: %1</translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s): %2</source>
        <translation>
            <numerusform>%1 Host: %2</numerusform>
            <numerusform>%1 Hosts: %2</numerusform>
        </translation>
    </message>
    <message>
        <source>Port</source>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>Open on</source>
        <extracomment>On so many hosts</extracomment>
        <translation>Offen auf</translation>
    </message>
    <message>
        <source>Closed on</source>
        <extracomment>On so many hosts</extracomment>
        <translation>Geschlossen auf</translation>
    </message>
    <message>
        <source>Filtered on</source>
        <extracomment>On so many hosts</extracomment>
        <translation>Gefiltert auf</translation>
    </message>
    <message>
        <source>Unknown on</source>
        <extracomment>On so many hosts</extracomment>
        <translation>Unbekannt auf</translation>
    </message>
    <message>
        <source>Hosts</source>
        <extracomment>Of a port: a bar that shows on how many hosts it has which state</extracomment>
        <translation>Hosts</translation>
    </message>
</context>
<context>
    <name>roadstead::SortMenu</name>
    <message>
        <source>&amp;Sort by</source>
        <translation>&amp;Sortieren nach</translation>
    </message>
    <message>
        <source>&amp;Then by</source>
        <translation>&amp;Dann nach</translation>
    </message>
    <message>
        <source>&amp;Ascending</source>
        <translation>&amp;Aufsteigend</translation>
    </message>
    <message>
        <source>&amp;Descending</source>
        <translation>A&amp;bsteigend</translation>
    </message>
</context>
<context>
    <name>roadstead::Sparkline</name>
    <message>
        <source>Rate of the last minute</source>
        <translation>Rate der letzten Minute</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>4,630 connections a second, 1,200 in flight</comment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 connection(s) a second</source>
        <translation>
            <numerusform>%1 Verbindung je Sekunde</numerusform>
            <numerusform>%1 Verbindungen je Sekunde</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 in flight</source>
        <translation>
            <numerusform>%1 unterwegs</numerusform>
            <numerusform>%1 unterwegs</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::SpeedChoice</name>
    <message>
        <source>&amp;Gentle</source>
        <translation>&amp;Sanft</translation>
    </message>
    <message>
        <source>&amp;Normal</source>
        <translation>&amp;Normal</translation>
    </message>
    <message>
        <source>&amp;Fast</source>
        <translation>Sc&amp;hnell</translation>
    </message>
</context>
<context>
    <name>roadstead::SpeedCombo</name>
    <message>
        <source>Custom</source>
        <comment>pace of a scan</comment>
        <translation>Eigenes</translation>
    </message>
    <message>
        <source>With limits of your own, set in the options.</source>
        <translation>Mit eigenen Grenzen, die in den Optionen gesetzt werden.</translation>
    </message>
    <message>
        <source>Limits of your own: %1. In all else: %2.</source>
        <extracomment>%1: &quot;timeout 250 ms, 3 retries&quot;; %2: &quot;Normal&quot;</extracomment>
        <translation>Eigene Grenzen: %1. Sonst: %2.</translation>
    </message>
</context>
<context>
    <name>roadstead::TableCommands</name>
    <message numerus="yes">
        <source>%1 rows are too many for the clipboard. A file takes them all.</source>
        <translation>
            <numerusform>%1 Zeile ist zu viel für die Zwischenablage. Eine Datei fasst sie.</numerusform>
            <numerusform>%1 Zeilen sind zu viele für die Zwischenablage. Eine Datei fasst sie alle.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Copying %1 rows.</source>
        <translation>
            <numerusform>%1 Zeile wird kopiert.</numerusform>
            <numerusform>%1 Zeilen werden kopiert.</numerusform>
        </translation>
    </message>
    <message>
        <source>E&amp;xport…</source>
        <translation>E&amp;xportieren…</translation>
    </message>
    <message>
        <source>C&amp;ancel</source>
        <translation>Sto&amp;ppen</translation>
    </message>
</context>
<context>
    <name>roadstead::TargetField</name>
    <message>
        <source>e.g. 192.168.1.0/24, server.example, 10.0.0.1-50</source>
        <translation>z. B. 192.168.1.0/24, server.example, 10.0.0.1-50</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Clear this list</source>
        <translation>Diese Liste leeren</translation>
    </message>
    <message>
        <source>Edit as &amp;list…</source>
        <translation>Als &amp;Liste bearbeiten…</translation>
    </message>
</context>
<context>
    <name>roadstead::TargetListPane</name>
    <message numerus="yes">
        <source>%1 addresses</source>
        <translation>
            <numerusform>%1 Adresse</numerusform>
            <numerusform>%1 Adressen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 names</source>
        <translation>
            <numerusform>%1 Name</numerusform>
            <numerusform>%1 Namen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <comment>3 addresses and 2 names</comment>
        <translation>%1 und %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 lines</source>
        <translation>
            <numerusform>%1 Zeile</numerusform>
            <numerusform>%1 Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <comment>254 addresses in 3 lines</comment>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 faulty lines</source>
        <translation>
            <numerusform>%1 fehlerhafte Zeile</numerusform>
            <numerusform>%1 fehlerhafte Zeilen</numerusform>
        </translation>
    </message>
    <message>
        <source>Add from file…</source>
        <translation>Aus Datei hinzufügen…</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Next fault</source>
        <translation>Nächster Fehler</translation>
    </message>
    <message>
        <source>To the next faulty line (%1)</source>
        <translation>Zur nächsten fehlerhaften Zeile (%1)</translation>
    </message>
    <message>
        <source>Reading…</source>
        <translation>Wird gelesen…</translation>
    </message>
    <message>
        <source>Add targets from a text file</source>
        <translation>Ziele aus einer Textdatei hinzufügen</translation>
    </message>
    <message numerus="yes">
        <source>Too long to be edited here: it is used as it is, and the beginning of its %1 lines is shown.</source>
        <translation>
            <numerusform>Zu lang, um hier bearbeitet zu werden: Die Liste wird verwendet, wie sie ist, und der Anfang ihrer %1 Zeile wird gezeigt.</numerusform>
            <numerusform>Zu lang, um hier bearbeitet zu werden: Die Liste wird verwendet, wie sie ist, und der Anfang ihrer %1 Zeilen wird gezeigt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Line %1: %2</source>
        <translation>Zeile %1: %2</translation>
    </message>
</context>
<context>
    <name>roadstead::TargetsDialog</name>
    <message>
        <source>Edit targets</source>
        <translation>Ziele bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Targets, one a line:</source>
        <translation>&amp;Ziele, eines je Zeile:</translation>
    </message>
    <message>
        <source>Targets</source>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>192.168.1.0/24
10.0.0.1-50
server.example:8080
# what follows is a comment</source>
        <translation>192.168.1.0/24
10.0.0.1-50
server.example:8080
# was hier folgt, ist eine Bemerkung</translation>
    </message>
    <message>
        <source>&amp;Leave out:</source>
        <translation>&amp;Auslassen:</translation>
    </message>
    <message>
        <source>Targets to leave out</source>
        <translation>Auszulassende Ziele</translation>
    </message>
    <message>
        <source>192.168.1.1
192.168.1.200-254</source>
        <translation>192.168.1.1
192.168.1.200-254</translation>
    </message>
    <message>
        <source>&amp;Use these targets</source>
        <translation>Diese Ziele &amp;verwenden</translation>
    </message>
    <message>
        <source>These are more addresses than one scan can have.</source>
        <translation>Das sind mehr Adressen, als ein Scan haben kann.</translation>
    </message>
    <message>
        <source>The list to leave out is too long: it may have 65,536 characters.</source>
        <translation>Die Liste des Auszulassenden ist zu lang: Sie darf 65.536 Zeichen haben.</translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 addresses are left to be scanned.</source>
        <translation>
            <numerusform>%1 von %2 Adresse bleibt zu scannen.</numerusform>
            <numerusform>%1 von %2 Adressen bleiben zu scannen.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>roadstead::WindowActions</name>
    <message>
        <source>%1 (%2)</source>
        <extracomment>Tooltip of a button: what it does, and its keys.</extracomment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>&amp;New window</source>
        <translation>&amp;Neues Fenster</translation>
    </message>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>Pa&amp;usieren</translation>
    </message>
    <message>
        <source>S&amp;top</source>
        <translation>An&amp;halten</translation>
    </message>
    <message>
        <source>&amp;Options…</source>
        <translation>&amp;Optionen…</translation>
    </message>
    <message>
        <source>Pick targets from te&amp;xt…</source>
        <translation>Ziele aus Te&amp;xt übernehmen…</translation>
    </message>
    <message>
        <source>&amp;Remember recent targets</source>
        <translation>&amp;Zuletzt gescannte Ziele merken</translation>
    </message>
    <message>
        <source>&amp;Forget recent targets</source>
        <translation>Zuletzt gescannte Ziele &amp;vergessen</translation>
    </message>
    <message>
        <source>&amp;Export…</source>
        <translation>Ex&amp;portieren…</translation>
    </message>
    <message>
        <source>&amp;Close</source>
        <translation>Schl&amp;ießen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Copy rows</source>
        <translation>&amp;Zeilen kopieren</translation>
    </message>
    <message>
        <source>Copy &amp;host:port</source>
        <translation>&amp;Host:Port kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Invert selection</source>
        <translation>Auswahl &amp;umkehren</translation>
    </message>
    <message>
        <source>Edit &amp;targets</source>
        <translation>Ziele &amp;bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Filter</source>
        <translation>&amp;Filter</translation>
    </message>
    <message>
        <source>C&amp;lear filter</source>
        <translation>Filter &amp;leeren</translation>
    </message>
    <message>
        <source>&amp;Next open port</source>
        <translation>&amp;Nächster offener Port</translation>
    </message>
    <message>
        <source>&amp;Previous open port</source>
        <translation>&amp;Vorheriger offener Port</translation>
    </message>
    <message>
        <source>&amp;Follow new results</source>
        <translation>&amp;Neuen Ergebnissen folgen</translation>
    </message>
    <message>
        <source>&amp;Larger text</source>
        <translation>&amp;Größerer Text</translation>
    </message>
    <message>
        <source>&amp;Normal text</source>
        <translation>N&amp;ormaler Text</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>What the &amp;states mean</source>
        <translation>Was die &amp;Zustände bedeuten</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>&amp;Report a problem (copies versions)</source>
        <translation>&amp;Problem melden (kopiert Versionen)</translation>
    </message>
    <message>
        <source>&amp;About Roadstead</source>
        <translation>Ü&amp;ber Roadstead</translation>
    </message>
    <message>
        <source>&amp;Scan</source>
        <translation>S&amp;can</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>&amp;Ansicht</translation>
    </message>
    <message>
        <source>&amp;States</source>
        <translation>&amp;Zustände</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>Copy c&amp;ell</source>
        <translation>Z&amp;elle kopieren</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>Edit targets as &amp;list…</source>
        <translation>Ziele als &amp;Liste bearbeiten…</translation>
    </message>
    <message>
        <source>Edit port l&amp;ists…</source>
        <translation>Por&amp;tlisten bearbeiten…</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Re&amp;move from list</source>
        <translation>Aus der Lis&amp;te entfernen</translation>
    </message>
    <message>
        <source>Rem&amp;ove all</source>
        <translation>Alle&amp;s entfernen</translation>
    </message>
    <message>
        <source>Filter to this &amp;host</source>
        <translation>Nach diesem &amp;Host filtern</translation>
    </message>
    <message>
        <source>Filter to this &amp;port</source>
        <translation>Nach diesem &amp;Port filtern</translation>
    </message>
    <message>
        <source>Preference&amp;s</source>
        <translation>E&amp;instellungen</translation>
    </message>
    <message>
        <source>Scan these &amp;ports again</source>
        <translation>Diese &amp;Ports erneut scannen</translation>
    </message>
    <message>
        <source>Scan these &amp;hosts again</source>
        <translation>Diese &amp;Hosts erneut scannen</translation>
    </message>
    <message>
        <source>Scan &amp;all ports of these hosts</source>
        <translation>&amp;Alle Ports dieser Hosts scannen</translation>
    </message>
    <message>
        <source>E&amp;xclude hosts from scans</source>
        <translation>Hosts von Scans a&amp;usschließen</translation>
    </message>
    <message>
        <source>&amp;Note…</source>
        <translation>&amp;Notiz…</translation>
    </message>
    <message>
        <source>P&amp;orts</source>
        <translation>&amp;Ports</translation>
    </message>
    <message>
        <source>&amp;Hosts</source>
        <translation>&amp;Hosts</translation>
    </message>
    <message>
        <source>S&amp;ervices</source>
        <translation>D&amp;ienste</translation>
    </message>
    <message>
        <source>Port ma&amp;p</source>
        <translation>Port&amp;karte</translation>
    </message>
    <message>
        <source>S&amp;maller text</source>
        <translation>K&amp;leinerer Text</translation>
    </message>
    <message>
        <source>User &amp;guide</source>
        <translation>Benutzer&amp;handbuch</translation>
    </message>
    <message>
        <source>&amp;Results</source>
        <translation>Ergebn&amp;isse</translation>
    </message>
    <message>
        <source>&amp;Filter to</source>
        <translation>&amp;Filtern</translation>
    </message>
    <message>
        <source>Port map of this hos&amp;t</source>
        <translation>Por&amp;tkarte dieses Hosts</translation>
    </message>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Only &amp;open</source>
        <translation>Nur &amp;offene</translation>
    </message>
    <message>
        <source>Only &amp;unknown</source>
        <translation>Nur &amp;unbekannte</translation>
    </message>
    <message>
        <source>Only &amp;closed</source>
        <translation>Nur &amp;geschlossene</translation>
    </message>
    <message>
        <source>Only &amp;filtered</source>
        <translation>Nur ge&amp;filterte</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Öffn&amp;en…</translation>
    </message>
    <message>
        <source>Scan &amp;history…</source>
        <translation>&amp;Verlauf der Scans…</translation>
    </message>
    <message>
        <source>Scan a&amp;gain</source>
        <translation>Erneut sc&amp;annen</translation>
    </message>
    <message>
        <source>Cont&amp;inue scan</source>
        <translation>Scan f&amp;ortsetzen</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spei&amp;chern</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern un&amp;ter…</translation>
    </message>
    <message>
        <source>Co&amp;mpare with…</source>
        <translation>Ver&amp;gleichen mit…</translation>
    </message>
    <message>
        <source>What changed since the &amp;last scan</source>
        <translation>Änderungen seit dem &amp;letzten Scan</translation>
    </message>
    <message>
        <source>Set &amp;up</source>
        <translation>Ein&amp;richten</translation>
    </message>
    <message>
        <source>Should be &amp;open</source>
        <translation>Soll &amp;offen sein</translation>
    </message>
    <message>
        <source>Should &amp;not be open</source>
        <translation>Soll &amp;nicht offen sein</translation>
    </message>
    <message>
        <source>No e&amp;xpectation</source>
        <translation>&amp;Keine Erwartung</translation>
    </message>
    <message>
        <source>Ex&amp;pectation</source>
        <translation>Er&amp;wartung</translation>
    </message>
    <message>
        <source>&amp;Expectations…</source>
        <translation>Erwartun&amp;gen…</translation>
    </message>
</context>
<context>
    <name>words</name>
    <message>
        <source>leading zeros are ambiguous; leave them out</source>
        <translation>führende Nullen sind mehrdeutig; bitte weglassen</translation>
    </message>
    <message>
        <source>leading zeros are ambiguous; write %1</source>
        <translation>führende Nullen sind mehrdeutig; richtig ist %1</translation>
    </message>
    <message>
        <source>each part of an IPv4 address must be 0 to 255, a range like 1-9, or *</source>
        <translation>jeder Teil einer IPv4-Adresse muss 0 bis 255, ein Bereich wie 1-9 oder * sein</translation>
    </message>
    <message>
        <source>the prefix must be 0 to 128</source>
        <translation>das Präfix muss 0 bis 128 sein</translation>
    </message>
    <message>
        <source>the prefix must be 0 to 32</source>
        <translation>das Präfix muss 0 bis 32 sein</translation>
    </message>
    <message>
        <source>an IPv6 range may have at most 16,777,216 addresses; use /104 or a longer prefix</source>
        <translation>ein IPv6-Bereich darf höchstens 16.777.216 Adressen haben; /104 oder ein längeres Präfix verwenden</translation>
    </message>
    <message>
        <source>the range ends before it begins; the smaller end comes first</source>
        <translation>der Bereich endet, bevor er beginnt; das kleinere Ende kommt zuerst</translation>
    </message>
    <message>
        <source>both ends of a range must be of one kind, IPv4 or IPv6, with the same zone</source>
        <translation>beide Enden eines Bereichs müssen von derselben Art sein, IPv4 oder IPv6, mit derselben Zone</translation>
    </message>
    <message>
        <source>a link-local address needs its interface, as in fe80::1%eth0</source>
        <translation>eine Link-Local-Adresse braucht ihre Schnittstelle, wie in fe80::1%eth0</translation>
    </message>
    <message>
        <source>this computer has no such network interface</source>
        <translation>diese Netzwerkschnittstelle hat dieser Computer nicht</translation>
    </message>
    <message>
        <source>this address means &quot;no address&quot; and cannot be scanned</source>
        <translation>diese Adresse bedeutet „keine Adresse“ und kann nicht gescannt werden</translation>
    </message>
    <message>
        <source>a multicast address names a group, not a host, and cannot be scanned</source>
        <translation>eine Multicast-Adresse bezeichnet eine Gruppe, keinen Host, und kann nicht gescannt werden</translation>
    </message>
    <message>
        <source>a broadcast address names every host at once and cannot be scanned</source>
        <translation>eine Broadcast-Adresse bezeichnet alle Hosts zugleich und kann nicht gescannt werden</translation>
    </message>
    <message>
        <source>this is not an IPv4 or IPv6 address</source>
        <translation>das ist keine IPv4- oder IPv6-Adresse</translation>
    </message>
    <message>
        <source>nothing is named here</source>
        <translation>hier steht nichts</translation>
    </message>
    <message>
        <source>the text is too long</source>
        <translation>der Text ist zu lang</translation>
    </message>
    <message>
        <source>this holds a character that no target or port can have</source>
        <translation>hierin steht ein Zeichen, das in keinem Ziel oder Port vorkommen kann</translation>
    </message>
    <message>
        <source>this is not a host name: letters, digits, - and _, at most 63 between dots and 253 in all</source>
        <translation>das ist kein Hostname: Buchstaben, Ziffern, - und _, höchstens 63 zwischen Punkten und 253 insgesamt</translation>
    </message>
    <message>
        <source>only a name or a single address can have its own port</source>
        <translation>nur ein Name oder eine einzelne Adresse kann einen eigenen Port haben</translation>
    </message>
    <message>
        <source>a port must be 0 to 65535</source>
        <translation>ein Port muss 0 bis 65535 sein</translation>
    </message>
    <message>
        <source>no service and no port list has this name</source>
        <translation>kein Dienst und keine Portliste heißt so</translation>
    </message>
    <message>
        <source>no service&apos;s name matches this</source>
        <translation>kein Dienstname passt dazu</translation>
    </message>
    <message>
        <source>top: takes a number from 1 to the length of the Common list</source>
        <translation>top: erwartet eine Zahl von 1 bis zur Länge der Liste Common</translation>
    </message>
    <message>
        <source>there are more than 4,294,967,295 addresses in all</source>
        <translation>es sind insgesamt mehr als 4.294.967.295 Adressen</translation>
    </message>
    <message>
        <source>a file can be named only on the command line, not inside a text or another file</source>
        <translation>eine Datei kann nur auf der Befehlszeile genannt werden, nicht in einem Text oder einer anderen Datei</translation>
    </message>
    <message>
        <source>nothing is left to scan: everything named is excluded</source>
        <translation>es bleibt nichts zu scannen: alles Genannte ist ausgeschlossen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Geschlossen</translation>
    </message>
    <message>
        <source>Filtered</source>
        <translation>Gefiltert</translation>
    </message>
    <message>
        <source>Unknown</source>
        <translation>Unbekannt</translation>
    </message>
    <message>
        <source>It accepted the connection.</source>
        <translation>Er hat die Verbindung angenommen.</translation>
    </message>
    <message>
        <source>It answered that nothing listens there.</source>
        <translation>Er hat geantwortet, dass dort nichts lauscht.</translation>
    </message>
    <message>
        <source>No answer, or a firewall&apos;s refusal.</source>
        <translation>Keine Antwort oder die Ablehnung einer Firewall.</translation>
    </message>
    <message>
        <source>This computer could not try.</source>
        <translation>Dieser Computer konnte es nicht versuchen.</translation>
    </message>
    <message>
        <source>accepted the connection</source>
        <translation>hat die Verbindung angenommen</translation>
    </message>
    <message>
        <source>answered with a reset</source>
        <translation>hat mit einem Reset geantwortet</translation>
    </message>
    <message>
        <source>the connection was refused</source>
        <translation>die Verbindung wurde abgelehnt</translation>
    </message>
    <message>
        <source>no answer</source>
        <translation>keine Antwort</translation>
    </message>
    <message>
        <source>a firewall answered &quot;port unreachable&quot;</source>
        <translation>eine Firewall antwortete „Port nicht erreichbar“</translation>
    </message>
    <message>
        <source>the network answered &quot;host unreachable&quot;</source>
        <translation>das Netz antwortete „Host nicht erreichbar“</translation>
    </message>
    <message>
        <source>the network answered &quot;network unreachable&quot;</source>
        <translation>das Netz antwortete „Netz nicht erreichbar“</translation>
    </message>
    <message>
        <source>the network answered &quot;protocol unreachable&quot;</source>
        <translation>das Netz antwortete „Protokoll nicht erreichbar“</translation>
    </message>
    <message>
        <source>a firewall answered &quot;administratively prohibited&quot;</source>
        <translation>eine Firewall antwortete „administrativ verboten“</translation>
    </message>
    <message>
        <source>a firewall answered &quot;host prohibited&quot;</source>
        <translation>eine Firewall antwortete „Host verboten“</translation>
    </message>
    <message>
        <source>a firewall answered &quot;network prohibited&quot;</source>
        <translation>eine Firewall antwortete „Netz verboten“</translation>
    </message>
    <message>
        <source>the packet passed too many routers (time exceeded)</source>
        <translation>das Paket lief durch zu viele Router (Zeit überschritten)</translation>
    </message>
    <message>
        <source>this computer has no route there</source>
        <translation>dieser Computer hat keine Route dorthin</translation>
    </message>
    <message>
        <source>a rule on this computer forbids it</source>
        <translation>eine Regel auf diesem Computer verbietet es</translation>
    </message>
    <message>
        <source>this computer ran out of descriptors, local ports or memory</source>
        <translation>diesem Computer gingen Deskriptoren, lokale Ports oder Speicher aus</translation>
    </message>
    <message>
        <source>not tried</source>
        <translation>nicht versucht</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>faulty text, what is wrong with it</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; could not be resolved.</source>
        <translation>„%1“ konnte nicht aufgelöst werden.</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has no address of the kind asked for (IPv4 or IPv6).</source>
        <translation>„%1“ hat keine Adresse der gewünschten Art (IPv4 oder IPv6).</translation>
    </message>
    <message numerus="yes">
        <source>The system allows few open files: %Ln connection(s) at once. The scan is slower and as exact.</source>
        <translation>
            <numerusform>Das System erlaubt nur wenige offene Dateien: %Ln Verbindung gleichzeitig. Der Scan ist langsamer und ebenso genau.</numerusform>
            <numerusform>Das System erlaubt nur wenige offene Dateien: %Ln Verbindungen gleichzeitig. Der Scan ist langsamer und ebenso genau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Local ports are running out: %Ln connection(s) at once. The scan is slower and as exact.</source>
        <translation>
            <numerusform>Die lokalen Ports werden knapp: %Ln Verbindung gleichzeitig. Der Scan ist langsamer und ebenso genau.</numerusform>
            <numerusform>Die lokalen Ports werden knapp: %Ln Verbindungen gleichzeitig. Der Scan ist langsamer und ebenso genau.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Memory for connections is running out: %Ln connection(s) at once. The scan is slower and as exact.</source>
        <translation>
            <numerusform>Der Speicher für Verbindungen wird knapp: %Ln Verbindung gleichzeitig. Der Scan ist langsamer und ebenso genau.</numerusform>
            <numerusform>Der Speicher für Verbindungen wird knapp: %Ln Verbindungen gleichzeitig. Der Scan ist langsamer und ebenso genau.</numerusform>
        </translation>
    </message>
    <message>
        <source>This version of Qt hides what the scan reads evidence from: the states are the same, with less detail.</source>
        <translation>Diese Qt-Version verbirgt, woraus der Scan seine Belege liest: Die Zustände sind dieselben, mit weniger Einzelheiten.</translation>
    </message>
    <message>
        <source>No target is left to scan.</source>
        <translation>Es bleibt kein Ziel zu scannen.</translation>
    </message>
    <message>
        <source>Line %1, field %2</source>
        <translation>Zeile %1, Feld %2</translation>
    </message>
    <message>
        <source>%1: a value is missing.</source>
        <comment>place</comment>
        <translation>%1: Ein Wert fehlt.</translation>
    </message>
    <message>
        <source>%1: &quot;%2&quot; does not belong there.</source>
        <comment>place, what was found</comment>
        <translation>%1: „%2“ gehört dort nicht hin.</translation>
    </message>
    <message>
        <source>%1 s</source>
        <comment>seconds</comment>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <comment>minutes and seconds</comment>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <comment>hours and minutes</comment>
        <translation>%1 h %2 min</translation>
    </message>
    <message>
        <source>this is a URL; write only its host</source>
        <translation>das ist eine URL; nur ihren Host angeben</translation>
    </message>
    <message>
        <source>this is a URL; write only its host, %1</source>
        <translation>das ist eine URL; nur ihren Host angeben, %1</translation>
    </message>
    <message>
        <source>top: takes a number from 1 to %1</source>
        <translation>top: erwartet eine Zahl von 1 bis %1</translation>
    </message>
    <message>
        <source>an exclude takes whole hosts; ports have an exclude of their own (--exclude-ports)</source>
        <translation>ein Ausschluss nimmt ganze Hosts; für Ports gibt es einen eigenen (--exclude-ports)</translation>
    </message>
    <message>
        <source>&quot;%1&quot; leads to an address that cannot be scanned.</source>
        <translation>„%1“ führt zu einer Adresse, die nicht gescannt werden kann.</translation>
    </message>
    <message>
        <source>&quot;%1&quot;, which is to be left out, could not be resolved. Nothing was scanned.</source>
        <translation>„%1“ soll ausgelassen werden und konnte nicht aufgelöst werden. Es wurde nichts gescannt.</translation>
    </message>
    <message numerus="yes">
        <source>&quot;%1&quot; and %Ln other name(s) have public addresses.</source>
        <translation>
            <numerusform>„%1“ und %Ln weiterer Name haben öffentliche Adressen.</numerusform>
            <numerusform>„%1“ und %Ln weitere Namen haben öffentliche Adressen.</numerusform>
        </translation>
    </message>
    <message>
        <source>&quot;%1&quot; has a public address.</source>
        <translation>„%1“ hat eine öffentliche Adresse.</translation>
    </message>
    <message>
        <source>The network interface is down. The scan goes on when it is back.</source>
        <translation>Die Netzwerkschnittstelle ist abgeschaltet. Der Scan geht weiter, sobald sie wieder da ist.</translation>
    </message>
    <message>
        <source>This computer has no address or local port to reach some hosts from. Their ports are unknown.</source>
        <translation>Dieser Computer hat keine Adresse oder keinen lokalen Port, um manche Hosts zu erreichen. Deren Ports sind unbekannt.</translation>
    </message>
    <message numerus="yes">
        <source>the host stopped answering after %Ln port(s) and may be blocking this computer</source>
        <translation>
            <numerusform>der Host antwortet nach %Ln Port nicht mehr und sperrt womöglich diesen Computer</numerusform>
            <numerusform>der Host antwortet nach %Ln Ports nicht mehr und sperrt womöglich diesen Computer</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 answered that it cannot be delivered (%2)</source>
        <comment>address, ICMP message</comment>
        <translation>%1 hat geantwortet, dass nicht zugestellt werden kann (%2)</translation>
    </message>
    <message>
        <source>%1 gave it up on its way (%2)</source>
        <comment>address, ICMP message</comment>
        <translation>%1 hat unterwegs aufgegeben (%2)</translation>
    </message>
    <message>
        <source>a firewall rule of this computer refused it (%1, from our own address %2)</source>
        <comment>ICMP message, address</comment>
        <translation>eine Firewall-Regel dieses Computers hat es abgelehnt (%1, von unserer eigenen Adresse %2)</translation>
    </message>
    <message>
        <source>%1 rejected it (%2)</source>
        <comment>address, ICMP message</comment>
        <translation>%1 hat es zurückgewiesen (%2)</translation>
    </message>
    <message>
        <source>this computer ran out of open files</source>
        <translation>diesem Computer gingen die offenen Dateien aus</translation>
    </message>
    <message>
        <source>this computer ran out of local ports</source>
        <translation>diesem Computer gingen die lokalen Ports aus</translation>
    </message>
    <message>
        <source>this computer ran out of memory for connections</source>
        <translation>diesem Computer ging der Speicher für Verbindungen aus</translation>
    </message>
    <message>
        <source>this computer&apos;s network interface is down</source>
        <translation>die Netzwerkschnittstelle dieses Computers ist abgeschaltet</translation>
    </message>
    <message>
        <source>this computer could not try it</source>
        <translation>dieser Computer konnte es nicht versuchen</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <comment>what happened, the system&apos;s error code</comment>
        <translation>%1 (%2)</translation>
    </message>
    <message>
        <source>not tried, because nobody answers for this address on the local network</source>
        <translation>nicht versucht, denn im lokalen Netz antwortet niemand für diese Adresse</translation>
    </message>
    <message>
        <source>not tried, because %1</source>
        <comment>a clause that gives the reason</comment>
        <translation>nicht versucht, denn %1</translation>
    </message>
    <message>
        <source>it accepted the connection and closed it at once</source>
        <translation>er hat die Verbindung angenommen und sofort geschlossen</translation>
    </message>
    <message>
        <source>it accepted the connection</source>
        <translation>er hat die Verbindung angenommen</translation>
    </message>
    <message>
        <source>it answered with a reset</source>
        <translation>er hat mit einem Reset geantwortet</translation>
    </message>
    <message>
        <source>the connection was refused, and this system does not tell how</source>
        <translation>die Verbindung wurde abgelehnt, und dieses System sagt nicht, wie</translation>
    </message>
    <message numerus="yes">
        <source>no answer to %Ln attempt(s)</source>
        <translation>
            <numerusform>keine Antwort auf %Ln Versuch</numerusform>
            <numerusform>keine Antwort auf %Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>a firewall rule or a route of this computer forbids it</source>
        <translation>eine Firewall-Regel oder eine Route dieses Computers verbietet es</translation>
    </message>
    <message>
        <source>nobody answers for this address on the local network (%1, from our own address %2)</source>
        <comment>ICMP message, address</comment>
        <translation>im lokalen Netz antwortet niemand für diese Adresse (%1, von unserer eigenen Adresse %2)</translation>
    </message>
    <message numerus="yes">
        <source>%Ln attempt(s)</source>
        <translation>
            <numerusform>%Ln Versuch</numerusform>
            <numerusform>%Ln Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>(the first SYN was lost)</source>
        <translation>(das erste SYN ging verloren)</translation>
    </message>
    <message numerus="yes">
        <source>(the first %Ln SYN(s) were lost)</source>
        <translation>
            <numerusform>(das erste SYN ging verloren)</numerusform>
            <numerusform>(die ersten %Ln SYN gingen verloren)</numerusform>
        </translation>
    </message>
    <message>
        <source>nobody answers for this address on the local network</source>
        <translation>im lokalen Netz antwortet niemand für diese Adresse</translation>
    </message>
    <message>
        <source>this host, or something on the way, accepts every connection</source>
        <translation>dieser Host oder etwas auf dem Weg nimmt jede Verbindung an</translation>
    </message>
    <message>
        <source>other ports of the host are rejected, and how often is limited: this one is probably rejected, too</source>
        <translation>andere Ports des Hosts werden zurückgewiesen, aber nur begrenzt oft: dieser wahrscheinlich auch</translation>
    </message>
    <message>
        <source>concluded: %1</source>
        <comment>an identifier</comment>
        <translation>gefolgert: %1</translation>
    </message>
    <message>
        <source>%1 % sure</source>
        <translation>zu %1 % sicher</translation>
    </message>
    <message>
        <source>it said: %1</source>
        <comment>the first bytes from a service</comment>
        <translation>er meldete: %1</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>state, how it was found</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Up: port %1 answered (%2)</source>
        <comment>number, reason</comment>
        <translation>Erreichbar: Port %1 hat geantwortet (%2)</translation>
    </message>
    <message>
        <source>Down: proven, nobody answers for its address on the local network</source>
        <translation>Nicht da: bewiesen, im lokalen Netz antwortet niemand für seine Adresse</translation>
    </message>
    <message>
        <source>No route: this computer has no way to it</source>
        <translation>Keine Route: dieser Computer hat keinen Weg dorthin</translation>
    </message>
    <message>
        <source>Unknown: it sent no answer of its own, which proves nothing</source>
        <translation>Unbekannt: er selbst hat nicht geantwortet, was nichts beweist</translation>
    </message>
    <message>
        <source>This host, or something on the way, accepts every connection.</source>
        <translation>Dieser Host oder etwas auf dem Weg nimmt jede Verbindung an.</translation>
    </message>
    <message numerus="yes">
        <source>It stopped answering after %Ln port(s) and may be blocking this computer.</source>
        <translation>
            <numerusform>Er antwortet nach %Ln Port nicht mehr und sperrt womöglich diesen Computer.</numerusform>
            <numerusform>Er antwortet nach %Ln Ports nicht mehr und sperrt womöglich diesen Computer.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) are down: nobody answers for their addresses on the local network. Their remaining ports are not tried.</source>
        <translation>
            <numerusform>%1 Host ist nicht da: Im lokalen Netz antwortet niemand für seine Adresse. Seine übrigen Ports werden nicht versucht.</numerusform>
            <numerusform>%1 Hosts sind nicht da: Im lokalen Netz antwortet niemand für ihre Adressen. Ihre übrigen Ports werden nicht versucht.</numerusform>
        </translation>
    </message>
    <message>
        <source>network unreachable</source>
        <translation>Netz nicht erreichbar</translation>
    </message>
    <message>
        <source>host unreachable</source>
        <translation>Host nicht erreichbar</translation>
    </message>
    <message>
        <source>protocol unreachable</source>
        <translation>Protokoll nicht erreichbar</translation>
    </message>
    <message>
        <source>port unreachable</source>
        <translation>Port nicht erreichbar</translation>
    </message>
    <message>
        <source>fragmentation needed but forbidden</source>
        <translation>Fragmentierung nötig, aber verboten</translation>
    </message>
    <message>
        <source>source route failed</source>
        <translation>Source-Route gescheitert</translation>
    </message>
    <message>
        <source>destination network unknown</source>
        <translation>Zielnetz unbekannt</translation>
    </message>
    <message>
        <source>destination host unknown</source>
        <translation>Zielhost unbekannt</translation>
    </message>
    <message>
        <source>source host isolated</source>
        <translation>Absender isoliert</translation>
    </message>
    <message>
        <source>communication with destination network administratively prohibited</source>
        <translation>Kommunikation mit dem Zielnetz administrativ verboten</translation>
    </message>
    <message>
        <source>communication with destination host administratively prohibited</source>
        <translation>Kommunikation mit dem Zielhost administrativ verboten</translation>
    </message>
    <message>
        <source>network unreachable for type of service</source>
        <translation>Netz für diese Dienstart nicht erreichbar</translation>
    </message>
    <message>
        <source>host unreachable for type of service</source>
        <translation>Host für diese Dienstart nicht erreichbar</translation>
    </message>
    <message>
        <source>communication administratively prohibited</source>
        <translation>Kommunikation administrativ verboten</translation>
    </message>
    <message>
        <source>host precedence violation</source>
        <translation>Rangfolge des Hosts verletzt</translation>
    </message>
    <message>
        <source>precedence cutoff in effect</source>
        <translation>Rangfolge zu niedrig</translation>
    </message>
    <message>
        <source>destination unreachable</source>
        <translation>Ziel nicht erreichbar</translation>
    </message>
    <message>
        <source>source quench</source>
        <translation>Absender soll drosseln</translation>
    </message>
    <message>
        <source>redirect for the network</source>
        <translation>Umleitung für das Netz</translation>
    </message>
    <message>
        <source>redirect for the host</source>
        <translation>Umleitung für den Host</translation>
    </message>
    <message>
        <source>redirect for the type of service and network</source>
        <translation>Umleitung für Dienstart und Netz</translation>
    </message>
    <message>
        <source>redirect for the type of service and host</source>
        <translation>Umleitung für Dienstart und Host</translation>
    </message>
    <message>
        <source>redirect</source>
        <translation>Umleitung</translation>
    </message>
    <message>
        <source>time to live exceeded in transit</source>
        <translation>Lebensdauer unterwegs abgelaufen</translation>
    </message>
    <message>
        <source>fragment reassembly time exceeded</source>
        <translation>Zeit zum Zusammensetzen der Fragmente abgelaufen</translation>
    </message>
    <message>
        <source>time exceeded</source>
        <translation>Zeit überschritten</translation>
    </message>
    <message>
        <source>parameter problem at a pointer</source>
        <translation>Parameterproblem an einer Stelle</translation>
    </message>
    <message>
        <source>required option missing</source>
        <translation>nötige Option fehlt</translation>
    </message>
    <message>
        <source>parameter problem</source>
        <translation>Parameterproblem</translation>
    </message>
    <message>
        <source>no route to destination</source>
        <translation>keine Route zum Ziel</translation>
    </message>
    <message>
        <source>communication with destination administratively prohibited</source>
        <translation>Kommunikation mit dem Ziel administrativ verboten</translation>
    </message>
    <message>
        <source>beyond scope of source address</source>
        <translation>außerhalb des Bereichs der Absenderadresse</translation>
    </message>
    <message>
        <source>address unreachable</source>
        <translation>Adresse nicht erreichbar</translation>
    </message>
    <message>
        <source>source address failed ingress or egress policy</source>
        <translation>Absenderadresse verstößt gegen eine Ein- oder Ausgangsregel</translation>
    </message>
    <message>
        <source>reject route to destination</source>
        <translation>abweisende Route zum Ziel</translation>
    </message>
    <message>
        <source>packet too big</source>
        <translation>Paket zu groß</translation>
    </message>
    <message>
        <source>hop limit exceeded in transit</source>
        <translation>Hop-Limit unterwegs überschritten</translation>
    </message>
    <message>
        <source>erroneous header field</source>
        <translation>fehlerhaftes Kopffeld</translation>
    </message>
    <message>
        <source>unrecognized next header type</source>
        <translation>unbekannter Typ des nächsten Kopfes</translation>
    </message>
    <message>
        <source>unrecognized IPv6 option</source>
        <translation>unbekannte IPv6-Option</translation>
    </message>
    <message>
        <source>ICMP type %1 code %2</source>
        <translation>ICMP-Typ %1 Code %2</translation>
    </message>
    <message>
        <source>ICMPv6 type %1 code %2</source>
        <translation>ICMPv6-Typ %1 Code %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>ICMP type and code, what it says</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1 is down: nobody answers for its address on the local network. Its remaining ports are not tried.</source>
        <translation>%1 ist nicht da: Im lokalen Netz antwortet niemand für die Adresse. Die übrigen Ports werden nicht versucht.</translation>
    </message>
    <message>
        <source>%1 answers no more. The scan waits for it.</source>
        <translation>%1 antwortet nicht mehr. Der Scan wartet darauf.</translation>
    </message>
    <message>
        <source>%1 answers again. What was under way is tried again.</source>
        <translation>%1 antwortet wieder. Was unterwegs war, wird noch einmal versucht.</translation>
    </message>
    <message numerus="yes">
        <source>%1 stopped answering after %Ln port(s). It may be blocking this computer.</source>
        <translation>
            <numerusform>%1 antwortet nach %Ln Port nicht mehr und sperrt womöglich diesen Computer.</numerusform>
            <numerusform>%1 antwortet nach %Ln Ports nicht mehr und sperrt womöglich diesen Computer.</numerusform>
        </translation>
    </message>
    <message>
        <source>%1, or something on the way to it, accepts every connection. That a port is open there means nothing.</source>
        <translation>%1 oder etwas auf dem Weg dorthin nimmt jede Verbindung an. Dass ein Port dort offen ist, bedeutet nichts.</translation>
    </message>
    <message>
        <source>A connection to %1, an address that does not exist, was accepted: a proxy or a security program on this computer or its network answers for everybody. That a port is open means nothing.</source>
        <translation>Eine Verbindung zu %1, einer Adresse, die es nicht gibt, wurde angenommen: Ein Proxy oder ein Sicherheitsprogramm auf diesem Computer oder in seinem Netz antwortet für alle. Dass ein Port offen ist, bedeutet nichts.</translation>
    </message>
    <message>
        <source>The network interface %1 is down. The scan waits for it.</source>
        <translation>Die Netzwerkschnittstelle %1 ist abgeschaltet. Der Scan wartet auf sie.</translation>
    </message>
    <message>
        <source>The network interface %1 is up again. What was under way is tried again.</source>
        <translation>Die Netzwerkschnittstelle %1 ist wieder da. Was unterwegs war, wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>This computer was asleep. What was under way is tried again.</source>
        <translation>Dieser Computer hat geschlafen. Was unterwegs war, wird noch einmal versucht.</translation>
    </message>
    <message>
        <source>Up: it answered</source>
        <translation>Erreichbar: er hat geantwortet</translation>
    </message>
    <message>
        <source>This computer&apos;s address or route has changed. The targets may be other hosts now.</source>
        <translation>Die Adresse oder die Route dieses Computers ist eine andere geworden. Die Ziele sind jetzt womöglich andere Hosts.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) answer again. What was under way is tried again.</source>
        <translation>
            <numerusform>%Ln Host antwortet wieder. Was unterwegs war, wird noch einmal versucht.</numerusform>
            <numerusform>%Ln Hosts antworten wieder. Was unterwegs war, wird noch einmal versucht.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) answer no more. The scan waits for them.</source>
        <translation>
            <numerusform>%1 Host antwortet nicht mehr. Der Scan wartet auf ihn.</numerusform>
            <numerusform>%1 Hosts antworten nicht mehr. Der Scan wartet auf sie.</numerusform>
        </translation>
    </message>
    <message>
        <source>the router on the way to it does not answer</source>
        <translation>der Router auf dem Weg dorthin antwortet nicht</translation>
    </message>
    <message>
        <source>The router on the way to %1 does not answer. Nothing can be said of what lies behind it.</source>
        <translation>Der Router auf dem Weg zu %1 antwortet nicht. Über das, was dahinter liegt, lässt sich nichts sagen.</translation>
    </message>
    <message>
        <source>not tried, because nothing came back from the host</source>
        <translation>nicht versucht, weil vom Host nichts zurückkam</translation>
    </message>
    <message>
        <source>Gentle</source>
        <comment>pace of a scan</comment>
        <translation>Sanft</translation>
    </message>
    <message>
        <source>Normal</source>
        <comment>pace of a scan</comment>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Fast</source>
        <comment>pace of a scan</comment>
        <translation>Schnell</translation>
    </message>
    <message>
        <source>For printers, controllers and home routers: few connections at a time.</source>
        <translation>Für Drucker, Steuerungen und Heimrouter: wenige Verbindungen auf einmal.</translation>
    </message>
    <message>
        <source>As fast as the network carries without losing packets.</source>
        <translation>So schnell, wie das Netz es ohne Paketverlust trägt.</translation>
    </message>
    <message>
        <source>For networks that are known to be good: begins with more at once.</source>
        <translation>Für Netze, die bekanntermaßen gut sind: beginnt mit mehr auf einmal.</translation>
    </message>
    <message>
        <source>the path</source>
        <comment>limits a scan</comment>
        <translation>den Netzweg</translation>
    </message>
    <message>
        <source>open files</source>
        <comment>limits a scan</comment>
        <translation>offene Dateien</translation>
    </message>
    <message>
        <source>most in flight</source>
        <comment>limits a scan</comment>
        <translation>Höchstzahl unterwegs</translation>
    </message>
    <message>
        <source>set rate</source>
        <comment>limits a scan</comment>
        <translation>gesetzte Rate</translation>
    </message>
    <message>
        <source>More at once would be lost in the network or at the hosts.</source>
        <translation>Mehr auf einmal ginge im Netz oder bei den Hosts verloren.</translation>
    </message>
    <message>
        <source>This computer allows no more connections to be open at once.</source>
        <translation>Dieser Computer erlaubt nicht mehr gleichzeitig offene Verbindungen.</translation>
    </message>
    <message>
        <source>As many connections are under way as the options or the speed allow.</source>
        <translation>Es sind so viele Verbindungen unterwegs, wie die Optionen oder das Tempo erlauben.</translation>
    </message>
    <message>
        <source>As many connections a second are made as the options or the speed allow.</source>
        <translation>Es werden so viele Verbindungen je Sekunde aufgebaut, wie die Optionen oder das Tempo erlauben.</translation>
    </message>
    <message>
        <source>loss under %1 %</source>
        <translation>Verlust unter %1 %</translation>
    </message>
    <message>
        <source>loss %1 %</source>
        <translation>Verlust %1 %</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>ports done of all</comment>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>%1, %2 half done (silent so far)</source>
        <comment>9,340 of 25,400, number of ports</comment>
        <translation>%1, %2 halb (schweigen bisher)</translation>
    </message>
    <message>
        <source>%1 is not a regular file.</source>
        <translation>%1 ist keine gewöhnliche Datei.</translation>
    </message>
    <message>
        <source>%1 is larger than 64 MB.</source>
        <translation>%1 ist größer als 64 MB.</translation>
    </message>
    <message>
        <source>%1 could not be read: %2</source>
        <translation>%1 konnte nicht gelesen werden: %2</translation>
    </message>
    <message>
        <source>Up</source>
        <comment>a host</comment>
        <translation>Erreichbar</translation>
    </message>
    <message>
        <source>Accepts all</source>
        <comment>a host, every connection</comment>
        <translation>Nimmt alles an</translation>
    </message>
    <message numerus="yes">
        <source>Stopped answering after %Ln port(s)</source>
        <translation>
            <numerusform>Antwortet nach %Ln Port nicht mehr</numerusform>
            <numerusform>Antwortet nach %Ln Ports nicht mehr</numerusform>
        </translation>
    </message>
    <message>
        <source>Silent so far</source>
        <comment>a host</comment>
        <translation>Schweigt bisher</translation>
    </message>
    <message>
        <source>No route</source>
        <comment>to a host</comment>
        <translation>Keine Route</translation>
    </message>
    <message>
        <source>Down</source>
        <comment>a host</comment>
        <translation>Nicht da</translation>
    </message>
    <message>
        <source>CSV, stable</source>
        <translation>CSV, stabil</translation>
    </message>
    <message>
        <source>CSV for spreadsheets of this language</source>
        <translation>CSV für Tabellenkalkulationen dieser Sprache</translation>
    </message>
    <message>
        <source>What other programs read: the same in every language and version.</source>
        <translation>Was andere Programme lesen: gleich in jeder Sprache und Version.</translation>
    </message>
    <message>
        <source>What a spreadsheet opens without questions, but not every program reads.</source>
        <translation>Was eine Tabellenkalkulation ohne Rückfragen öffnet, aber nicht jedes Programm liest.</translation>
    </message>
    <message>
        <source>With the separator and the columns that you choose.</source>
        <translation>Mit Trennzeichen und Spalten Ihrer Wahl.</translation>
    </message>
    <message>
        <source>%1 min</source>
        <comment>minutes</comment>
        <translation>%1 min</translation>
    </message>
    <message>
        <source>%1 h</source>
        <comment>hours</comment>
        <translation>%1 h</translation>
    </message>
    <message numerus="yes">
        <source>%Ln days</source>
        <translation>
            <numerusform>%Ln Tag</numerusform>
            <numerusform>%Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln years</source>
        <translation>
            <numerusform>%Ln Jahr</numerusform>
            <numerusform>%Ln Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 to %2 s</source>
        <comment>seconds</comment>
        <translation>%1 bis %2 s</translation>
    </message>
    <message>
        <source>%1 to %2 min</source>
        <comment>minutes</comment>
        <translation>%1 bis %2 min</translation>
    </message>
    <message>
        <source>%1 to %2 h</source>
        <comment>hours</comment>
        <translation>%1 bis %2 h</translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln days</source>
        <translation>
            <numerusform>%1 bis %Ln Tag</numerusform>
            <numerusform>%1 bis %Ln Tage</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 to %Ln years</source>
        <translation>
            <numerusform>%1 bis %Ln Jahr</numerusform>
            <numerusform>%1 bis %Ln Jahre</numerusform>
        </translation>
    </message>
    <message>
        <source>less than a second</source>
        <translation>weniger als eine Sekunde</translation>
    </message>
    <message>
        <source>up to %1</source>
        <comment>up to 9 s</comment>
        <translation>bis zu %1</translation>
    </message>
    <message>
        <source>about %1</source>
        <comment>about 4 s</comment>
        <translation>etwa %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <comment>5 min to 2 h</comment>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a state and why</comment>
        <extracomment>%1 is a state, %2 says what was seen: &quot;Closed, answered with a reset&quot;</extracomment>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) opened</source>
        <translation>
            <numerusform>%1 Port neu offen</numerusform>
            <numerusform>%1 Ports neu offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) no longer open</source>
        <translation>
            <numerusform>%1 Port nicht mehr offen</numerusform>
            <numerusform>%1 Ports nicht mehr offen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) changed between closed and filtered</source>
        <translation>
            <numerusform>%1 Port zwischen geschlossen und gefiltert gewechselt</numerusform>
            <numerusform>%1 Ports zwischen geschlossen und gefiltert gewechselt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) appeared</source>
        <translation>
            <numerusform>%1 Host aufgetaucht</numerusform>
            <numerusform>%1 Hosts aufgetaucht</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 host(s) no longer answer(s)</source>
        <translation>
            <numerusform>%1 Host antwortet nicht mehr</numerusform>
            <numerusform>%1 Hosts antworten nicht mehr</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 port(s) scanned by only one of the two.</source>
        <translation>
            <numerusform>%1 Port nur von einem der beiden gescannt.</numerusform>
            <numerusform>%1 Ports nur von einem der beiden gescannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Not scanned before</source>
        <comment>a host or port</comment>
        <translation>Vorher nicht gescannt</translation>
    </message>
    <message>
        <source>Not scanned now</source>
        <comment>a host or port</comment>
        <translation>Jetzt nicht gescannt</translation>
    </message>
    <message>
        <source>Appeared</source>
        <comment>a host or port</comment>
        <translation>Aufgetaucht</translation>
    </message>
    <message>
        <source>Vanished</source>
        <comment>a host or port</comment>
        <translation>Verschwunden</translation>
    </message>
    <message>
        <source>Changed</source>
        <comment>a port&apos;s state</comment>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>Not scanned</source>
        <comment>a host or port, by one of two scans</comment>
        <translation>Nicht gescannt</translation>
    </message>
    <message>
        <source>Open now, and not before. Of a host: it answers now.</source>
        <translation>Jetzt offen, vorher nicht. Bei einem Host: Er antwortet jetzt.</translation>
    </message>
    <message>
        <source>Open before, and not now. Of a host: it answers no more.</source>
        <translation>Vorher offen, jetzt nicht. Bei einem Host: Er antwortet nicht mehr.</translation>
    </message>
    <message>
        <source>Closed before and filtered now, or the other way round.</source>
        <translation>Vorher geschlossen und jetzt gefiltert, oder umgekehrt.</translation>
    </message>
    <message>
        <source>Open in one of the scans; the other one did not look, or could not.</source>
        <translation>Offen in einem der Scans; der andere hat nicht nachgesehen oder konnte es nicht.</translation>
    </message>
    <message>
        <source>Silent</source>
        <comment>a host</comment>
        <translation>Schweigt</translation>
    </message>
    <message>
        <source>Nothing changed.</source>
        <translation>Nichts hat sich geändert.</translation>
    </message>
    <message>
        <source>%1.</source>
        <comment>a sentence</comment>
        <extracomment>%1 is a list of what changed between two scans</extracomment>
        <translation>%1.</translation>
    </message>
    <message>
        <source>Expectations of over 1 MB cannot be read.</source>
        <translation>Erwartungen von mehr als 1 MB können nicht gelesen werden.</translation>
    </message>
    <message>
        <source>a line says TARGETS PORTS and then open, not-open or any</source>
        <translation>eine Zeile nennt ZIELE PORTS und dann open, not-open oder any</translation>
    </message>
    <message>
        <source>a line ends in open, not-open or any, not in &quot;%1&quot;</source>
        <translation>eine Zeile endet mit open, not-open oder any, nicht mit „%1“</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a name; what is expected is said of addresses</source>
        <translation>„%1“ ist ein Name; Erwartungen werden für Adressen angegeben</translation>
    </message>
    <message>
        <source>%1 is open, and should not be.</source>
        <comment>address:port</comment>
        <translation>%1 ist offen und sollte es nicht sein.</translation>
    </message>
    <message>
        <source>%1 should be open, and is %2 (%3).</source>
        <comment>address:port, state, reason</comment>
        <translation>%1 sollte offen sein und ist %2 (%3).</translation>
    </message>
    <message numerus="yes">
        <source>%Ln more port(s) are not as expected.</source>
        <translation>
            <numerusform>%Ln weiterer Port ist nicht wie erwartet.</numerusform>
            <numerusform>%Ln weitere Ports sind nicht wie erwartet.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) of which something is expected were not scanned.</source>
        <translation>
            <numerusform>%Ln Port, für den etwas erwartet wird, wurde nicht gescannt.</numerusform>
            <numerusform>%Ln Ports, für die etwas erwartet wird, wurden nicht gescannt.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) that should have open ports were not scanned.</source>
        <translation>
            <numerusform>%Ln Host, der offene Ports haben sollte, wurde nicht gescannt.</numerusform>
            <numerusform>%Ln Hosts, die offene Ports haben sollten, wurden nicht gescannt.</numerusform>
        </translation>
    </message>
    <message>
        <source>Results of a port scan</source>
        <translation>Ergebnisse eines Portscans</translation>
    </message>
    <message>
        <source>Ports of %1</source>
        <comment>a page&apos;s title; targets</comment>
        <translation>Ports von %1</translation>
    </message>
    <message>
        <source>Targets</source>
        <comment>of a scan, before a value</comment>
        <translation>Ziele</translation>
    </message>
    <message>
        <source>Ports</source>
        <comment>of a scan, before a value</comment>
        <translation>Ports</translation>
    </message>
    <message>
        <source>Started</source>
        <comment>of a scan, before a time</comment>
        <translation>Beginn</translation>
    </message>
    <message>
        <source>Ended</source>
        <comment>of a scan, before a time</comment>
        <translation>Ende</translation>
    </message>
    <message>
        <source>Duration</source>
        <comment>of a scan, before a time</comment>
        <translation>Dauer</translation>
    </message>
    <message>
        <source>Outcome</source>
        <comment>of a scan, before finished, stopped and the like</comment>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Program</source>
        <comment>that scanned, before its name</comment>
        <translation>Programm</translation>
    </message>
    <message>
        <source>Hosts</source>
        <comment>of a scan, before a number</comment>
        <translation>Hosts</translation>
    </message>
    <message>
        <source>Hosts with open ports</source>
        <translation>Hosts mit offenen Ports</translation>
    </message>
    <message>
        <source>Other hosts</source>
        <translation>Andere Hosts</translation>
    </message>
    <message>
        <source>Hosts in numbers</source>
        <translation>Hosts in Zahlen</translation>
    </message>
    <message>
        <source>No port is open.</source>
        <translation>Kein Port ist offen.</translation>
    </message>
    <message>
        <source>Not listed:</source>
        <comment>and then numbers of ports by state</comment>
        <translation>Nicht aufgelistet:</translation>
    </message>
    <message>
        <source>This host, or something on the way to it, accepts every connection: its open ports mean little.</source>
        <translation>Dieser Host oder etwas auf dem Weg dorthin nimmt jede Verbindung an: Seine offenen Ports bedeuten wenig.</translation>
    </message>
    <message>
        <source>Host</source>
        <comment>a column</comment>
        <translation>Host</translation>
    </message>
    <message>
        <source>State</source>
        <comment>a column</comment>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Port</source>
        <comment>a column</comment>
        <translation>Port</translation>
    </message>
    <message>
        <source>Service</source>
        <comment>a column</comment>
        <translation>Dienst</translation>
    </message>
    <message>
        <source>RTT (ms)</source>
        <comment>a column</comment>
        <translation>RTT (ms)</translation>
    </message>
    <message>
        <source>Reason</source>
        <comment>a column</comment>
        <translation>Grund</translation>
    </message>
    <message>
        <source>It said:</source>
        <comment>before what a service said first</comment>
        <translation>Er meldete:</translation>
    </message>
    <message>
        <source>Note:</source>
        <comment>before what a person noted</comment>
        <translation>Notiz:</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>a scan</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Damaged</source>
        <comment>a file</comment>
        <translation>Beschädigt</translation>
    </message>
    <message>
        <source>Of a newer Roadstead</source>
        <comment>a file</comment>
        <translation>Von einem neueren Roadstead</translation>
    </message>
    <message>
        <source>Not a scan</source>
        <comment>a file</comment>
        <translation>Kein Scan</translation>
    </message>
    <message>
        <source>Not readable</source>
        <comment>a file</comment>
        <translation>Nicht lesbar</translation>
    </message>
    <message>
        <source>Interrupted at %1 %</source>
        <comment>a scan</comment>
        <translation>Bei %1 % unterbrochen</translation>
    </message>
    <message>
        <source>Paused at %1 %</source>
        <comment>a scan</comment>
        <translation>Bei %1 % pausiert</translation>
    </message>
    <message>
        <source>Stopped at %1 %</source>
        <comment>a scan</comment>
        <translation>Bei %1 % angehalten</translation>
    </message>
    <message>
        <source>Finished</source>
        <comment>a scan</comment>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Interrupted</source>
        <comment>a scan</comment>
        <translation>Unterbrochen</translation>
    </message>
    <message>
        <source>Paused</source>
        <comment>a scan</comment>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Stopped</source>
        <comment>a scan</comment>
        <translation>Angehalten</translation>
    </message>
    <message numerus="yes">
        <source>%1 days</source>
        <translation>
            <numerusform>%1 Tag</numerusform>
            <numerusform>%1 Tage</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 %</source>
        <comment>percent</comment>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>The scan of %1 was paused at %2.</source>
        <translation>Der Scan von %1 wurde bei %2 pausiert.</translation>
    </message>
    <message>
        <source>The scan of %1 was paused.</source>
        <translation>Der Scan von %1 wurde pausiert.</translation>
    </message>
    <message>
        <source>The scan of %1 was stopped at %2.</source>
        <translation>Der Scan von %1 wurde bei %2 angehalten.</translation>
    </message>
    <message>
        <source>The scan of %1 was stopped.</source>
        <translation>Der Scan von %1 wurde angehalten.</translation>
    </message>
    <message>
        <source>The scan of %1 was interrupted at %2.</source>
        <translation>Der Scan von %1 wurde bei %2 unterbrochen.</translation>
    </message>
    <message>
        <source>The scan of %1 was interrupted.</source>
        <translation>Der Scan von %1 wurde unterbrochen.</translation>
    </message>
    <message>
        <source>Imported</source>
        <comment>a scan</comment>
        <translation>Importiert</translation>
    </message>
    <message>
        <source>A long list of targets</source>
        <translation>Eine lange Liste von Zielen</translation>
    </message>
    <message numerus="yes">
        <source>%1 ports</source>
        <translation>
            <numerusform>%1 Port</numerusform>
            <numerusform>%1 Ports</numerusform>
        </translation>
    </message>
    <message>
        <source>Today %1</source>
        <comment>a time</comment>
        <translation>Heute %1</translation>
    </message>
    <message>
        <source>Yesterday %1</source>
        <comment>a time</comment>
        <translation>Gestern %1</translation>
    </message>
    <message>
        <source>Scans without a name are not kept, as the preferences have it.</source>
        <translation>Scans ohne Namen werden nicht aufbewahrt; so verlangen es die Einstellungen.</translation>
    </message>
    <message>
        <source>Scans without a name are kept for %1, up to %2 in all. None is deleted without asking.</source>
        <translation>Scans ohne Namen werden %1 lang aufbewahrt, insgesamt bis zu %2. Keiner wird ohne Rückfrage gelöscht.</translation>
    </message>
    <message>
        <source>Scans without a name are kept for %1. None is deleted without asking.</source>
        <translation>Scans ohne Namen werden %1 lang aufbewahrt. Keiner wird ohne Rückfrage gelöscht.</translation>
    </message>
    <message>
        <source>Scans without a name are kept up to %1 in all. None is deleted without asking.</source>
        <translation>Scans ohne Namen werden bis zu insgesamt %1 aufbewahrt. Keiner wird ohne Rückfrage gelöscht.</translation>
    </message>
    <message>
        <source>Scans without a name are kept until you delete them.</source>
        <translation>Scans ohne Namen werden aufbewahrt, bis Sie sie löschen.</translation>
    </message>
    <message numerus="yes">
        <source>Delete %1 scans for good (%2)?</source>
        <translation>
            <numerusform>%1 Scan endgültig löschen (%2)?</numerusform>
            <numerusform>%1 Scans endgültig löschen (%2)?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Take %1 scans from this list? Their files stay.</source>
        <translation>
            <numerusform>%1 Scan aus dieser Liste nehmen? Seine Datei bleibt.</numerusform>
            <numerusform>%1 Scans aus dieser Liste nehmen? Ihre Dateien bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 that have a name are only taken from this list: their files stay.</source>
        <translation>
            <numerusform>%1 mit Namen wird nur aus dieser Liste genommen: Seine Datei bleibt.</numerusform>
            <numerusform>%1 mit Namen werden nur aus dieser Liste genommen: Ihre Dateien bleiben.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 others can be continued, too.</source>
        <translation>
            <numerusform>%1 weiterer kann ebenfalls fortgesetzt werden.</numerusform>
            <numerusform>%1 weitere können ebenfalls fortgesetzt werden.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans that were never named are older than %2, or too many: %3.</source>
        <translation>
            <numerusform>%1 Scan, der nie benannt wurde, ist älter als %2 oder zu viel: %3.</numerusform>
            <numerusform>%1 Scans, die nie benannt wurden, sind älter als %2 oder zu viele: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 scans that were never named are older than %2: %3.</source>
        <translation>
            <numerusform>%1 Scan, der nie benannt wurde, ist älter als %2: %3.</numerusform>
            <numerusform>%1 Scans, die nie benannt wurden, sind älter als %2: %3.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Scans that were never named take more than %2. The oldest %1 of them: %3.</source>
        <translation>
            <numerusform>Scans, die nie benannt wurden, belegen mehr als %2. %1 davon, der älteste: %3.</numerusform>
            <numerusform>Scans, die nie benannt wurden, belegen mehr als %2. Die %1 ältesten davon: %3.</numerusform>
        </translation>
    </message>
    <message>
        <source>Standard input</source>
        <translation>Standardeingabe</translation>
    </message>
    <message>
        <source>%1 is not a scan that Roadstead saved.</source>
        <translation>%1 ist kein Scan, den Roadstead gespeichert hat.</translation>
    </message>
    <message>
        <source>%1 was saved by a newer Roadstead (form %2), which this one cannot read.</source>
        <translation>%1 wurde von einem neueren Roadstead gespeichert (Format %2), das dieses nicht lesen kann.</translation>
    </message>
    <message>
        <source>%1 is damaged (%2). It was left as it is.</source>
        <translation>%1 ist beschädigt (%2). Die Datei wurde so gelassen, wie sie ist.</translation>
    </message>
    <message>
        <source>%1 is being written by another Roadstead.</source>
        <translation>%1 wird gerade von einem anderen Roadstead geschrieben.</translation>
    </message>
    <message>
        <source>%1 has nothing left to scan.</source>
        <translation>In %1 bleibt nichts zu scannen.</translation>
    </message>
    <message>
        <source>%1 cannot be continued: its results are not of the hosts and ports that it says it scans.</source>
        <translation>%1 kann nicht fortgesetzt werden: Die Ergebnisse gehören nicht zu den Hosts und Ports, die laut Datei gescannt werden.</translation>
    </message>
    <message>
        <source>%1 cannot be continued: it scans hosts at the network interface %2, which this computer does not have.</source>
        <translation>%1 kann nicht fortgesetzt werden: Gescannt werden Hosts an der Netzwerkschnittstelle %2, die dieser Computer nicht hat.</translation>
    </message>
    <message>
        <source>%1 is too old: scans that were begun more than seven weeks apart are kept apart. Scan again, and compare the two.</source>
        <translation>%1 ist zu alt: Scans, zwischen deren Beginn mehr als sieben Wochen liegen, bleiben getrennt. Bitte erneut scannen und die beiden vergleichen.</translation>
    </message>
    <message>
        <source>%1 is not a part of the same scan as the first file.</source>
        <translation>%1 ist kein Teil desselben Scans wie die erste Datei.</translation>
    </message>
    <message>
        <source>%2 was scanned in %1 and in another of the files.</source>
        <translation>%2 wurde in %1 und in einer anderen der Dateien gescannt.</translation>
    </message>
    <message>
        <source>what stands here is not well-formed</source>
        <translation>was hier steht, ist nicht wohlgeformt</translation>
    </message>
    <message>
        <source>the file ends in the middle of something</source>
        <translation>die Datei endet mitten in einer Angabe</translation>
    </message>
    <message>
        <source>it declares entities of its own, which no scanner writes</source>
        <translation>die Datei deklariert eigene Entitäten, die kein Scanner schreibt</translation>
    </message>
    <message>
        <source>it is longer than anything that a scanner writes</source>
        <translation>das ist länger als alles, was ein Scanner schreibt</translation>
    </message>
    <message>
        <source>too many things are inside of each other</source>
        <translation>zu vieles ist ineinander verschachtelt</translation>
    </message>
    <message>
        <source>there are more hosts than can be kept</source>
        <translation>es sind mehr Hosts, als sich speichern lassen</translation>
    </message>
    <message>
        <source>there are more results than can be kept</source>
        <translation>es sind mehr Ergebnisse, als sich speichern lassen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is missing</source>
        <translation>„%1“ fehlt</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot stand here</source>
        <translation>„%1“ kann hier nicht stehen</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is over seven weeks from other results</source>
        <translation>„%1“ liegt mehr als sieben Wochen von anderen Ergebnissen entfernt</translation>
    </message>
    <message>
        <source>%1 exists already, and was not replaced.</source>
        <translation>%1 existiert bereits und wurde nicht ersetzt.</translation>
    </message>
    <message>
        <source>%1 could not be written: %2</source>
        <translation>%1 konnte nicht geschrieben werden: %2</translation>
    </message>
    <message>
        <source>There is no room left for %1.</source>
        <translation>Für %1 ist kein Platz mehr.</translation>
    </message>
    <message>
        <source>%1 is a scan that Roadstead saved: open it instead of importing it.</source>
        <translation>%1 ist ein Scan, den Roadstead gespeichert hat: bitte öffnen, statt zu importieren.</translation>
    </message>
    <message>
        <source>%1 is no file of results: nmap&apos;s XML, masscan&apos;s JSON, and Roadstead&apos;s CSV and JSON Lines can be read.</source>
        <translation>%1 ist keine Datei mit Ergebnissen: Gelesen werden können XML von nmap, JSON von masscan sowie CSV und JSON Lines von Roadstead.</translation>
    </message>
    <message>
        <source>%1 was written by a newer Roadstead (form %2), which this one cannot read.</source>
        <translation>%1 wurde von einem neueren Roadstead geschrieben (Format %2), das dieses nicht lesen kann.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4.</source>
        <translation>%1, Zeile %2, Spalte %3: %4.</translation>
    </message>
    <message>
        <source>%1: %2.</source>
        <translation>%1: %2.</translation>
    </message>
    <message numerus="yes">
        <source>The file was cut off; the %Ln host(s) that are whole were read.</source>
        <translation>
            <numerusform>Die Datei ist abgeschnitten; %Ln vollständiger Host wurde gelesen.</numerusform>
            <numerusform>Die Datei ist abgeschnitten; die %Ln vollständigen Hosts wurden gelesen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) of other protocols than TCP were left out.</source>
        <translation>
            <numerusform>%Ln Ergebnis eines anderen Protokolls als TCP wurde ausgelassen.</numerusform>
            <numerusform>%Ln Ergebnisse anderer Protokolle als TCP wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln result(s) that say neither open, closed nor filtered were left out.</source>
        <translation>
            <numerusform>%Ln Ergebnis, das weder offen noch geschlossen noch gefiltert besagt, wurde ausgelassen.</numerusform>
            <numerusform>%Ln Ergebnisse, die weder offen noch geschlossen noch gefiltert besagen, wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Of %Ln port(s) the file says how many there are, but not which; they were left out.</source>
        <translation>
            <numerusform>Von %Ln Port sagt die Datei, dass es ihn gibt, aber nicht, welcher es ist; er wurde ausgelassen.</numerusform>
            <numerusform>Von %Ln Ports sagt die Datei, wie viele es sind, aber nicht, welche; sie wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln host(s) without results were left out.</source>
        <translation>
            <numerusform>%Ln Host ohne Ergebnisse wurde ausgelassen.</numerusform>
            <numerusform>%Ln Hosts ohne Ergebnisse wurden ausgelassen.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) have results that contradict each other; open was taken before closed, and closed before filtered.</source>
        <translation>
            <numerusform>%Ln Port hat Ergebnisse, die sich widersprechen; offen galt vor geschlossen und geschlossen vor gefiltert.</numerusform>
            <numerusform>%Ln Ports haben Ergebnisse, die sich widersprechen; offen galt vor geschlossen und geschlossen vor gefiltert.</numerusform>
        </translation>
    </message>
    <message>
        <source>interrupted</source>
        <translation>unterbrochen</translation>
    </message>
    <message>
        <source>paused</source>
        <translation>pausiert</translation>
    </message>
    <message>
        <source>stopped</source>
        <translation>angehalten</translation>
    </message>
    <message>
        <source>finished</source>
        <translation>fertig</translation>
    </message>
    <message>
        <source>The scan began.</source>
        <translation>Der Scan hat begonnen.</translation>
    </message>
    <message>
        <source>The scan was continued.</source>
        <translation>Der Scan wurde fortgesetzt.</translation>
    </message>
    <message>
        <source>The scan was paused.</source>
        <translation>Der Scan wurde pausiert.</translation>
    </message>
    <message>
        <source>The scan went on.</source>
        <translation>Der Scan ging weiter.</translation>
    </message>
    <message>
        <source>The scan was stopped.</source>
        <translation>Der Scan wurde angehalten.</translation>
    </message>
    <message>
        <source>The scan was finished.</source>
        <translation>Der Scan wurde abgeschlossen.</translation>
    </message>
    <message>
        <source>Results could not be saved: %1</source>
        <translation>Ergebnisse konnten nicht gespeichert werden: %1</translation>
    </message>
    <message>
        <source>Results could be saved again.</source>
        <translation>Ergebnisse konnten wieder gespeichert werden.</translation>
    </message>
    <message numerus="yes">
        <source>%1 … (%2 entries)</source>
        <translation>
            <numerusform>%1 … (%2 Eintrag)</numerusform>
            <numerusform>%1 … (%2 Einträge)</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 is not a text in UTF-8.</source>
        <translation>%1 ist kein Text in UTF-8.</translation>
    </message>
    <message>
        <source>%1 is larger than 1 MB.</source>
        <translation>%1 ist größer als 1 MB.</translation>
    </message>
    <message>
        <source>%1, line %2, column %3: %4</source>
        <comment>file, line, column, what is wrong</comment>
        <translation>%1, Zeile %2, Spalte %3: %4</translation>
    </message>
    <message>
        <source>More than 1 MB of expectations cannot be kept. A rule says more in less room.</source>
        <translation>Mehr als 1 MB an Erwartungen kann nicht behalten werden. Eine Regel sagt auf weniger Platz mehr.</translation>
    </message>
    <message>
        <source>%1 was changed elsewhere meanwhile.</source>
        <translation>%1 wurde inzwischen anderswo geändert.</translation>
    </message>
    <message>
        <source>%1 is being written by another program.</source>
        <translation>%1 wird gerade von einem anderen Programm geschrieben.</translation>
    </message>
    <message>
        <source>Not as expected: it should be open.</source>
        <translation>Nicht wie erwartet: Er soll offen sein.</translation>
    </message>
    <message>
        <source>Not as expected: it should not be open.</source>
        <translation>Nicht wie erwartet: Er soll nicht offen sein.</translation>
    </message>
    <message>
        <source>It should be open; that could not be checked.</source>
        <translation>Er soll offen sein; das ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>It should not be open; that could not be checked.</source>
        <translation>Er soll nicht offen sein; das ließ sich nicht prüfen.</translation>
    </message>
    <message>
        <source>As expected: it should be open.</source>
        <translation>Wie erwartet: Er soll offen sein.</translation>
    </message>
    <message>
        <source>As expected: it should not be open.</source>
        <translation>Wie erwartet: Er soll nicht offen sein.</translation>
    </message>
    <message numerus="yes">
        <source>%Ln port(s) are not as expected.</source>
        <translation>
            <numerusform>%Ln Port ist nicht wie erwartet.</numerusform>
            <numerusform>%Ln Ports sind nicht wie erwartet.</numerusform>
        </translation>
    </message>
    <message>
        <source>CSV, custom</source>
        <translation>CSV, eigenes Format</translation>
    </message>
    <message>
        <source>JSON Lines</source>
        <translation>JSON Lines</translation>
    </message>
    <message>
        <source>XML as nmap writes it</source>
        <translation>XML wie von nmap</translation>
    </message>
    <message>
        <source>Page to read and print (HTML)</source>
        <translation>Seite zum Lesen und Drucken (HTML)</translation>
    </message>
    <message>
        <source>List of address:port</source>
        <translation>Liste von Adresse:Port</translation>
    </message>
    <message>
        <source>For scripts: all that is known of each result, one object a line.</source>
        <translation>Für Skripte: alles, was von jedem Ergebnis bekannt ist, je Zeile ein Objekt.</translation>
    </message>
    <message>
        <source>What other security tools import. Many ports of a host in the same state are summed up.</source>
        <translation>Was andere Sicherheitswerkzeuge einlesen. Viele Ports eines Hosts im selben Zustand stehen zusammengefasst.</translation>
    </message>
    <message>
        <source>One file for any browser, in this language. Of all results, many ports of a host in the same state are only counted.</source>
        <translation>Eine Datei für jeden Browser, in dieser Sprache. Bei allen Ergebnissen werden viele Ports eines Hosts im selben Zustand nur gezählt.</translation>
    </message>
    <message>
        <source>For other scanners. Of all results, only the open ports.</source>
        <translation>Für andere Scanner. Bei allen Ergebnissen nur die offenen Ports.</translation>
    </message>
    <message>
        <source>Not there now</source>
        <comment>a file, on a medium perhaps</comment>
        <translation>Gerade nicht da</translation>
    </message>
    <message>
        <source>%1 was changed after it was read here. Open it again.</source>
        <translation>%1 wurde geändert, nachdem die Datei hier gelesen wurde. Bitte neu öffnen.</translation>
    </message>
    <message>
        <source>There are too many expectations for %1: a file keeps up to 1 MB of them.</source>
        <translation>Es gibt zu viele Erwartungen für %1: Eine Datei fasst bis zu 1 MB davon.</translation>
    </message>
    <message>
        <source>No port was scanned by both of them.</source>
        <translation>Kein Port wurde in beiden gescannt.</translation>
    </message>
</context>
</TS>
