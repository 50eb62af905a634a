<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>AboutDialog</name>
    <message>
        <source>About Slidecast</source>
        <translation>Über Slidecast</translation>
    </message>
    <message>
        <source>Slidecast {version}</source>
        <translation>Slidecast {version}</translation>
    </message>
    <message>
        <source>Narrated videos from decks, made on this computer and nowhere else.</source>
        <translation>Gesprochene Videos aus Präsentationen, auf diesem Computer erstellt und nirgendwo sonst.</translation>
    </message>
    <message>
        <source>With Qt {qt}, betteroffice-pptx, espeak-ng, FFmpeg, moviepy, Pillow, PDFium and python-pptx.</source>
        <translation>Mit Qt {qt}, betteroffice-pptx, espeak-ng, FFmpeg, moviepy, Pillow, PDFium und python-pptx.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>Banner</name>
    <message>
        <source>Message</source>
        <translation>Meldung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
    <message>
        <source>… and {n} more.</source>
        <translation>… und {n} weitere.</translation>
    </message>
</context>
<context>
    <name>Board</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Reads the deck again</source>
        <translation>Liest die Präsentation noch einmal</translation>
    </message>
</context>
<context>
    <name>ClipPlayer</name>
    <message>
        <source>The sound of this slide cannot be played; the preview goes on in silence.</source>
        <translation>Der Ton dieser Folie lässt sich nicht abspielen; die Vorschau läuft ohne Ton weiter.</translation>
    </message>
</context>
<context>
    <name>Closing</name>
    <message>
        <source>Slidecast</source>
        <translation>Slidecast</translation>
    </message>
    <message>
        <source>Stop and close?</source>
        <translation>Anhalten und schließen?</translation>
    </message>
    <message>
        <source>Unfinished videos go on next time.</source>
        <translation>Unfertige Videos werden beim nächsten Mal fortgesetzt.</translation>
    </message>
    <message>
        <source>Stop and close</source>
        <translation>Anhalten und schließen</translation>
    </message>
    <message>
        <source>Keep rendering</source>
        <translation>Weiterarbeiten</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>Slidecast is closing; add the decks when it is open again.</source>
        <translation>Slidecast wird gerade geschlossen; fügen Sie die Präsentationen beim nächsten Start hinzu.</translation>
    </message>
    <message>
        <source>The path of “{file}” was copied.</source>
        <translation>Der Pfad von „{file}“ wurde kopiert.</translation>
    </message>
    <message>
        <source>{n} paths were copied.</source>
        <translation>{n} Pfade wurden kopiert.</translation>
    </message>
    <message>
        <source>No program on this computer opens “{file}”; install a video player.</source>
        <translation>Kein Programm auf diesem Computer öffnet „{file}“; installieren Sie einen Videoplayer.</translation>
    </message>
    <message>
        <source>Another video that was missing was found there, too.</source>
        <translation>Ein weiteres vermisstes Video wurde ebenfalls dort gefunden.</translation>
    </message>
    <message>
        <source>{n} other videos that were missing were found there, too.</source>
        <translation>{n} weitere vermisste Videos wurden ebenfalls dort gefunden.</translation>
    </message>
    <message>
        <source>“{file}” is no longer in “{folder}”; render its deck again to have it back.</source>
        <translation>„{file}“ liegt nicht mehr in „{folder}“; erstellen Sie das Video erneut, um es zurückzubekommen.</translation>
    </message>
    <message>
        <source>{files} was changed since, so it was not deleted.</source>
        <translation>{files} wurde seither geändert und deshalb nicht gelöscht.</translation>
    </message>
</context>
<context>
    <name>Controls</name>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Pause (Space)</source>
        <translation>Pause (Leertaste)</translation>
    </message>
    <message>
        <source>Previous chapter</source>
        <translation>Voriges Kapitel</translation>
    </message>
    <message>
        <source>Previous chapter (Page Up)</source>
        <translation>Voriges Kapitel (Bild auf)</translation>
    </message>
    <message>
        <source>Next chapter</source>
        <translation>Nächstes Kapitel</translation>
    </message>
    <message>
        <source>Next chapter (Page Down)</source>
        <translation>Nächstes Kapitel (Bild ab)</translation>
    </message>
    <message>
        <source>Chapters</source>
        <translation>Kapitel</translation>
    </message>
    <message>
        <source>Choose a chapter</source>
        <translation>Ein Kapitel wählen</translation>
    </message>
    <message>
        <source>Captions</source>
        <translation>Untertitel</translation>
    </message>
    <message>
        <source>Show the captions (C)</source>
        <translation>Untertitel zeigen (C)</translation>
    </message>
    <message>
        <source>Full screen</source>
        <translation>Vollbild</translation>
    </message>
    <message>
        <source>Full screen (F)</source>
        <translation>Vollbild (F)</translation>
    </message>
    <message>
        <source>Play</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Play (Space)</source>
        <translation>Abspielen (Leertaste)</translation>
    </message>
    <message>
        <source>This video has no captions</source>
        <translation>Dieses Video hat keine Untertitel</translation>
    </message>
    <message>
        <source>Leave full screen</source>
        <translation>Vollbild verlassen</translation>
    </message>
</context>
<context>
    <name>CopyWriting</name>
    <message>
        <source>The deck itself is not written over; choose another name for the copy.</source>
        <translation>Die Präsentation selbst wird nicht überschrieben; wählen Sie einen anderen Namen für die Kopie.</translation>
    </message>
    <message>
        <source>The copy with your scripts is “{path}”.</source>
        <translation>Die Kopie mit Ihren Sprechtexten ist „{path}“.</translation>
    </message>
</context>
<context>
    <name>Countdown</name>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
    <message>
        <source>Keep Slidecast open</source>
        <translation>Slidecast geöffnet lassen</translation>
    </message>
    <message>
        <source>All is done. Slidecast closes in 1 second.</source>
        <translation>Alles ist fertig. Slidecast schließt sich in 1 Sekunde.</translation>
    </message>
    <message>
        <source>All is done. Slidecast closes in {n} seconds.</source>
        <translation>Alles ist fertig. Slidecast schließt sich in {n} Sekunden.</translation>
    </message>
</context>
<context>
    <name>CrashReporter</name>
    <message>
        <source>Something went wrong inside Slidecast. Your jobs are safe; please report the details.</source>
        <translation>In Slidecast ist ein Fehler aufgetreten. Ihre Aufträge sind sicher; bitte melden Sie die Einzelheiten.</translation>
    </message>
</context>
<context>
    <name>DestinationChoice</name>
    <message>
        <source>Beside each deck</source>
        <translation>Bei der Präsentation</translation>
    </message>
    <message>
        <source>Choose a folder…</source>
        <translation>Ordner wählen…</translation>
    </message>
    <message>
        <source>Where videos go</source>
        <translation>Wohin Videos kommen</translation>
    </message>
</context>
<context>
    <name>DetailsPane</name>
    <message>
        <source>Deck and video</source>
        <translation>Präsentation und Video</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>The video is no longer where it was made; locate it, or render the deck again.</source>
        <translation>Das Video liegt nicht mehr an seinem Platz; zeigen Sie, wo es ist, oder erstellen Sie es erneut.</translation>
    </message>
    <message>
        <source>{n} jobs are selected</source>
        <translation>{n} Aufträge sind ausgewählt</translation>
    </message>
    <message>
        <source>No job is selected</source>
        <translation>Kein Auftrag ausgewählt</translation>
    </message>
    <message>
        <source>Select a job to see its settings, warnings and files.</source>
        <translation>Wählen Sie einen Auftrag aus, um Einstellungen, Hinweise und Dateien zu sehen.</translation>
    </message>
    <message>
        <source>Details of the selected job</source>
        <translation>Einzelheiten des ausgewählten Auftrags</translation>
    </message>
</context>
<context>
    <name>DropVeil</name>
    <message>
        <source>Drop to add</source>
        <translation>Zum Hinzufügen loslassen</translation>
    </message>
</context>
<context>
    <name>DurationField</name>
    <message>
        <source>Give 0.1 to 3600 seconds, or nothing.</source>
        <translation>Geben Sie 0,1 bis 3600 Sekunden an, oder nichts.</translation>
    </message>
    <message>
        <source>The slide is shown at least this long; empty: as long as what is said takes</source>
        <translation>So lange ist die Folie mindestens zu sehen; leer: so lange, wie gesprochen wird</translation>
    </message>
    <message>
        <source>Shown at least, in seconds</source>
        <translation>Mindestens zu sehen, in Sekunden</translation>
    </message>
    <message>
        <source>auto</source>
        <translation>automatisch</translation>
    </message>
    <message>
        <source>Show &amp;at least</source>
        <translation>&amp;Mindestens zeigen</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>Sekunden</translation>
    </message>
</context>
<context>
    <name>EditMenu</name>
    <message>
        <source>&amp;Undo removal</source>
        <translation>Entfernen &amp;rückgängig machen</translation>
    </message>
    <message>
        <source>Brings back the jobs that were removed last</source>
        <translation>Holt die zuletzt entfernten Aufträge zurück</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>&amp;Suchen…</translation>
    </message>
</context>
<context>
    <name>EmptyPage</name>
    <message>
        <source>Add decks…</source>
        <translation>Präsentationen hinzufügen…</translation>
    </message>
    <message>
        <source>Try the sample</source>
        <translation>Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>Drop your decks here</source>
        <translation>Präsentationen hierher ziehen</translation>
    </message>
    <message>
        <source>Each one becomes a narrated video, with captions and chapters.</source>
        <translation>Aus jeder wird ein gesprochenes Video mit Untertiteln und Kapiteln.</translation>
    </message>
    <message>
        <source>PowerPoint or PDF, one deck or many, or a whole folder</source>
        <translation>PowerPoint oder PDF, eine Datei oder viele, oder ein ganzer Ordner</translation>
    </message>
    <message>
        <source>Choose decks on this computer</source>
        <translation>Präsentationen auf diesem Computer auswählen</translation>
    </message>
    <message>
        <source>Makes a short video about Slidecast, in seconds</source>
        <translation>Erstellt in Sekunden ein kurzes Video über Slidecast</translation>
    </message>
</context>
<context>
    <name>FileList</name>
    <message>
        <source>Files</source>
        <translation>Dateien</translation>
    </message>
    <message>
        <source>Show {file} in its folder</source>
        <translation>{file} im Ordner zeigen</translation>
    </message>
</context>
<context>
    <name>FilterChips</name>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Show only these jobs</source>
        <translation>Nur diese Aufträge zeigen</translation>
    </message>
    <message>
        <source>Show all jobs</source>
        <translation>Alle Aufträge zeigen</translation>
    </message>
    <message>
        <source>{filter}, {n} jobs</source>
        <translation>{filter}, {n} Aufträge</translation>
    </message>
</context>
<context>
    <name>FinishedNews</name>
    <message>
        <source>“{name}” is done.</source>
        <translation>„{name}“ ist fertig.</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>{n} videos are done.</source>
        <translation>{n} Videos sind fertig.</translation>
    </message>
</context>
<context>
    <name>Forbidding</name>
    <message>
        <source>The list of jobs can be written again.</source>
        <translation>Die Auftragsliste kann wieder geschrieben werden.</translation>
    </message>
</context>
<context>
    <name>Header</name>
    <message>
        <source>Back to the list</source>
        <translation>Zurück zur Liste</translation>
    </message>
    <message>
        <source>Back to the list (Esc)</source>
        <translation>Zurück zur Liste (Esc)</translation>
    </message>
    <message>
        <source>Open in the system’s player</source>
        <translation>Im Player des Systems öffnen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Copy path</source>
        <translation>Pfad kopieren</translation>
    </message>
    <message>
        <source>&amp;Save scripts into a copy of the deck…</source>
        <translation>Sprechtexte in einer &amp;Kopie der Präsentation speichern…</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Video erstellen</translation>
    </message>
    <message>
        <source>Makes the video (Ctrl+Return)</source>
        <translation>Erstellt das Video (Strg+Eingabe)</translation>
    </message>
    <message>
        <source>Back to the list (Esc); everything is kept</source>
        <translation>Zurück zur Liste (Esc); alles bleibt erhalten</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
    <message>
        <source>More that can be done with this deck</source>
        <translation>Was sich mit dieser Präsentation noch tun lässt</translation>
    </message>
</context>
<context>
    <name>HoldLine</name>
    <message>
        <source>Go on</source>
        <translation>Fortsetzen</translation>
    </message>
    <message>
        <source>Let the queue start jobs again</source>
        <translation>Die Warteschlange wieder Aufträge starten lassen</translation>
    </message>
</context>
<context>
    <name>JobAction</name>
    <message>
        <source>&amp;Start</source>
        <translation>&amp;Starten</translation>
    </message>
    <message>
        <source>Start rendering, or go on where it was paused</source>
        <translation>Das Video erstellen oder dort fortsetzen, wo angehalten wurde</translation>
    </message>
    <message>
        <source>Sli&amp;des and script</source>
        <translation>&amp;Folien und Sprechtext</translation>
    </message>
    <message>
        <source>Look at the slides, listen to them, and change what is said</source>
        <translation>Folien ansehen, anhören und ändern, was gesprochen wird</translation>
    </message>
    <message>
        <source>Start &amp;next</source>
        <translation>Als &amp;Nächstes starten</translation>
    </message>
    <message>
        <source>Render this deck before all others that wait</source>
        <translation>Dieses Video vor allen anderen erstellen, die warten</translation>
    </message>
    <message>
        <source>Move &amp;up</source>
        <translation>Nac&amp;h oben</translation>
    </message>
    <message>
        <source>Render this deck before the one above</source>
        <translation>Diese Präsentation vor der darüber erstellen</translation>
    </message>
    <message>
        <source>Mo&amp;ve down</source>
        <translation>Nach &amp;unten</translation>
    </message>
    <message>
        <source>Render this deck after the one below</source>
        <translation>Diese Präsentation nach der darunter erstellen</translation>
    </message>
    <message>
        <source>&amp;Pause</source>
        <translation>&amp;Anhalten</translation>
    </message>
    <message>
        <source>Stop for now; what is finished is kept</source>
        <translation>Vorerst anhalten; was fertig ist, bleibt erhalten</translation>
    </message>
    <message>
        <source>&amp;Cancel</source>
        <translation>Abb&amp;rechen</translation>
    </message>
    <message>
        <source>Stop rendering this deck</source>
        <translation>Dieses Video nicht weiter erstellen</translation>
    </message>
    <message>
        <source>Change s&amp;ettings…</source>
        <translation>Einste&amp;llungen ändern…</translation>
    </message>
    <message>
        <source>Other settings for decks that wait</source>
        <translation>Andere Einstellungen für Präsentationen, die warten</translation>
    </message>
    <message>
        <source>Render &amp;again</source>
        <translation>Erneu&amp;t erstellen</translation>
    </message>
    <message>
        <source>Render the deck once more; finished slides are used again</source>
        <translation>Das Video noch einmal erstellen; fertige Folien werden wieder verwendet</translation>
    </message>
    <message>
        <source>Render again &amp;with other settings…</source>
        <translation>&amp;Mit anderen Einstellungen erneut erstellen…</translation>
    </message>
    <message>
        <source>Render the deck once more, in another size or with another voice</source>
        <translation>Das Video noch einmal erstellen, in anderer Größe oder mit anderer Stimme</translation>
    </message>
    <message>
        <source>&amp;Locate…</source>
        <translation>&amp;Video suchen…</translation>
    </message>
    <message>
        <source>Show where the video has been moved to</source>
        <translation>Zeigen, wohin das Video verschoben wurde</translation>
    </message>
    <message>
        <source>Pla&amp;y video</source>
        <translation>Video a&amp;bspielen</translation>
    </message>
    <message>
        <source>Watch the video here</source>
        <translation>Das Video hier ansehen</translation>
    </message>
    <message>
        <source>&amp;Open in the system’s player</source>
        <translation>Im &amp;Player des Systems öffnen</translation>
    </message>
    <message>
        <source>Watch the video with another program</source>
        <translation>Das Video mit einem anderen Programm ansehen</translation>
    </message>
    <message>
        <source>Show in &amp;folder</source>
        <translation>Im &amp;Ordner zeigen</translation>
    </message>
    <message>
        <source>Show the video in the file manager</source>
        <translation>Das Video im Dateimanager zeigen</translation>
    </message>
    <message>
        <source>Copy pat&amp;h</source>
        <translation>Pfad &amp;kopieren</translation>
    </message>
    <message>
        <source>Copy where the video lies, or the deck as long as there is none</source>
        <translation>Kopiert, wo das Video liegt, oder die Präsentation, solange es keines gibt</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>&amp;Entfernen</translation>
    </message>
    <message>
        <source>Take it off the list; its files stay</source>
        <translation>Aus der Liste nehmen; die Dateien bleiben</translation>
    </message>
    <message>
        <source>Remove and delete f&amp;iles…</source>
        <translation>Entfernen und &amp;Dateien löschen…</translation>
    </message>
    <message>
        <source>Take it off the list, and delete the video and the captions</source>
        <translation>Aus der Liste nehmen und Video und Untertitel löschen</translation>
    </message>
    <message>
        <source>Render what chan&amp;ged</source>
        <translation>&amp;Geändertes neu erstellen</translation>
    </message>
    <message>
        <source>The deck was edited since; slides that are the same are used again</source>
        <translation>Die Präsentation wurde seither bearbeitet; gleiche Folien werden wiederverwendet</translation>
    </message>
    <message>
        <source>Render the new &amp;version</source>
        <translation>Neue Fass&amp;ung erstellen</translation>
    </message>
    <message>
        <source>Render the deck as it is now; slides that are the same are used again</source>
        <translation>Das Video aus der jetzigen Präsentation erstellen; gleiche Folien werden wieder verwendet</translation>
    </message>
</context>
<context>
    <name>JobList</name>
    <message>
        <source>Jobs</source>
        <translation>Aufträge</translation>
    </message>
    <message>
        <source>Decks in the queue, then past jobs; the menu key shows what can be done</source>
        <translation>Wartende Präsentationen, dann vergangene Aufträge; die Menütaste zeigt, was sich tun lässt</translation>
    </message>
</context>
<context>
    <name>JobSettingsDialog</name>
    <message>
        <source>Render again</source>
        <translation>Erneut erstellen</translation>
    </message>
    <message>
        <source>Change settings</source>
        <translation>Einstellungen ändern</translation>
    </message>
    <message>
        <source>“{name}”</source>
        <translation>„{name}“</translation>
    </message>
    <message>
        <source>{n} decks</source>
        <translation>{n} Präsentationen</translation>
    </message>
    <message>
        <source>{text}.</source>
        <translation>{text}.</translation>
    </message>
    <message>
        <source>Only what you change here is changed; in all else each deck keeps its own settings.</source>
        <translation>Nur was Sie hier ändern, wird geändert; sonst behält jede Präsentation ihre Einstellungen.</translation>
    </message>
    <message>
        <source>A new job is made with these settings; the one in the list stays as it is.</source>
        <translation>Mit diesen Einstellungen entsteht ein neuer Auftrag; der in der Liste bleibt, wie er ist.</translation>
    </message>
    <message>
        <source>These settings are for this deck alone; those of the next render stay as they are.</source>
        <translation>Diese Einstellungen gelten nur für diese Präsentation; die für das nächste Video bleiben, wie sie sind.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Abbrechen</translation>
    </message>
</context>
<context>
    <name>LevelMeter</name>
    <message>
        <source>Level</source>
        <translation>Pegel</translation>
    </message>
    <message>
        <source>How loud the microphone hears; red is too loud</source>
        <translation>Wie laut das Mikrofon aufnimmt; Rot ist zu laut</translation>
    </message>
</context>
<context>
    <name>ListFiles</name>
    <message>
        <source>Lists of jobs</source>
        <translation>Auftragslisten</translation>
    </message>
    <message>
        <source>The list of jobs was backed up to “{file}”.</source>
        <translation>Die Auftragsliste wurde in „{file}“ gesichert.</translation>
    </message>
    <message>
        <source>There are no jobs yet, so there is nothing to export.</source>
        <translation>Es gibt noch keine Aufträge und deshalb nichts zu exportieren.</translation>
    </message>
    <message>
        <source>For spreadsheets</source>
        <translation>Für Tabellenkalkulationen</translation>
    </message>
    <message>
        <source>For programs</source>
        <translation>Für Programme</translation>
    </message>
    <message>
        <source>The history was exported to “{file}”, with {n} jobs in it.</source>
        <translation>Der Verlauf wurde nach „{file}“ exportiert, mit {n} Aufträgen.</translation>
    </message>
    <message>
        <source>No deck waits to be rendered, so there is nothing to export.</source>
        <translation>Keine Präsentation wartet, deshalb gibt es nichts zu exportieren.</translation>
    </message>
    <message>
        <source>Queues</source>
        <translation>Warteschlangen</translation>
    </message>
    <message>
        <source>The queue was exported to “{file}”, with {n} decks in it.</source>
        <translation>Die Warteschlange wurde nach „{file}“ exportiert, mit {n} Präsentationen.</translation>
    </message>
    <message>
        <source>The sounds given to slides ({n}) are not in it; add them again where it is imported.</source>
        <translation>Die Töne von Folien ({n}) sind nicht darin; fügen Sie sie dort wieder hinzu, wo sie importiert wird.</translation>
    </message>
    <message>
        <source>1 deck was added; it waits until you start it.</source>
        <translation>1 Präsentation wurde hinzugefügt; sie wartet, bis Sie sie starten.</translation>
    </message>
    <message>
        <source>{n} decks were added; they wait until you start them.</source>
        <translation>{n} Präsentationen wurden hinzugefügt; sie warten, bis Sie sie starten.</translation>
    </message>
</context>
<context>
    <name>ListMenu</name>
    <message>
        <source>&amp;Import queue…</source>
        <translation>Warteschlange &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Export queue…</source>
        <translation>Warteschlange &amp;exportieren…</translation>
    </message>
    <message>
        <source>Export &amp;history…</source>
        <translation>&amp;Verlauf exportieren…</translation>
    </message>
    <message>
        <source>&amp;Back up the list of jobs…</source>
        <translation>Auftragsliste &amp;sichern…</translation>
    </message>
    <message>
        <source>Add the decks of a queue that was exported, also on another computer</source>
        <translation>Die Präsentationen einer exportierten Warteschlange hinzufügen, auch von einem anderen Computer</translation>
    </message>
    <message>
        <source>Write the decks that wait, with their settings, to a file</source>
        <translation>Wartende Präsentationen mit ihren Einstellungen in eine Datei schreiben</translation>
    </message>
    <message>
        <source>Write all jobs to a file for spreadsheets or for programs</source>
        <translation>Alle Aufträge in eine Datei für Tabellenkalkulationen oder Programme schreiben</translation>
    </message>
    <message>
        <source>Copy everything Slidecast knows of your jobs to one file</source>
        <translation>Alles, was Slidecast von Ihren Aufträgen weiß, in eine Datei kopieren</translation>
    </message>
</context>
<context>
    <name>Listening</name>
    <message>
        <source>This recording cannot be played; record it again.</source>
        <translation>Diese Aufnahme lässt sich nicht abspielen; nehmen Sie sie noch einmal auf.</translation>
    </message>
</context>
<context>
    <name>LogFolder</name>
    <message>
        <source>There is no log: “{folder}” cannot be opened.</source>
        <translation>Es gibt kein Protokoll: „{folder}“ kann nicht geöffnet werden.</translation>
    </message>
</context>
<context>
    <name>MainSettings</name>
    <message>
        <source>&amp;Preset</source>
        <translation>&amp;Vorlage</translation>
    </message>
    <message>
        <source>Settings that go together; 1080p suits nearly all</source>
        <translation>Einstellungen, die zusammengehören; 1080p passt fast immer</translation>
    </message>
    <message>
        <source>&amp;Voice</source>
        <translation>&amp;Stimme</translation>
    </message>
    <message>
        <source>Who speaks the notes; automatic goes by their language</source>
        <translation>Wer die Notizen spricht; Automatisch richtet sich nach ihrer Sprache</translation>
    </message>
    <message>
        <source>Sa&amp;ve</source>
        <translation>Spei&amp;chern</translation>
    </message>
    <message>
        <source>Where the video and its captions are put</source>
        <translation>Wohin das Video und seine Untertitel kommen</translation>
    </message>
</context>
<context>
    <name>MainWindow</name>
    <message>
        <source>Stopping…</source>
        <translation>Wird angehalten…</translation>
    </message>
</context>
<context>
    <name>Menus</name>
    <message>
        <source>D&amp;etails</source>
        <translation>D&amp;etails</translation>
    </message>
    <message>
        <source>&amp;File</source>
        <translation>&amp;Datei</translation>
    </message>
    <message>
        <source>&amp;Edit</source>
        <translation>&amp;Bearbeiten</translation>
    </message>
    <message>
        <source>&amp;Job</source>
        <translation>&amp;Auftrag</translation>
    </message>
    <message>
        <source>&amp;Queue</source>
        <translation>&amp;Warteschlange</translation>
    </message>
    <message>
        <source>&amp;View</source>
        <translation>A&amp;nsicht</translation>
    </message>
    <message>
        <source>&amp;Window</source>
        <translation>&amp;Fenster</translation>
    </message>
    <message>
        <source>&amp;Help</source>
        <translation>&amp;Hilfe</translation>
    </message>
    <message>
        <source>&amp;Add decks…</source>
        <translation>Präsentationen &amp;hinzufügen…</translation>
    </message>
    <message>
        <source>Add &amp;folder…</source>
        <translation>&amp;Ordner hinzufügen…</translation>
    </message>
    <message>
        <source>Add re&amp;cent</source>
        <translation>&amp;Zuletzt hinzugefügt</translation>
    </message>
    <message>
        <source>&amp;Render all that are ready</source>
        <translation>&amp;Alle bereiten Videos erstellen</translation>
    </message>
    <message>
        <source>&amp;Preferences…</source>
        <translation>Eins&amp;tellungen…</translation>
    </message>
    <message>
        <source>C&amp;lose</source>
        <translation>S&amp;chließen</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>&amp;Follow the system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>F&amp;ull screen</source>
        <translation>&amp;Vollbild</translation>
    </message>
    <message>
        <source>&amp;Minimise</source>
        <translation>&amp;Minimieren</translation>
    </message>
    <message>
        <source>&amp;Zoom</source>
        <translation>&amp;Zoomen</translation>
    </message>
    <message>
        <source>&amp;Try the sample</source>
        <translation>&amp;Beispiel ausprobieren</translation>
    </message>
    <message>
        <source>&amp;Keyboard shortcuts</source>
        <translation>&amp;Tastenkürzel</translation>
    </message>
    <message>
        <source>Show &amp;log folder</source>
        <translation>&amp;Protokollordner zeigen</translation>
    </message>
    <message>
        <source>&amp;About Slidecast</source>
        <translation>Über &amp;Slidecast</translation>
    </message>
</context>
<context>
    <name>MoreSettings</name>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Cross-fade</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>{n} seconds</source>
        <translation>{n} Sekunden</translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation>{n} je Sekunde</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>LibreOffice</source>
        <translation>LibreOffice</translation>
    </message>
    <message>
        <source>Also save slides as pictures</source>
        <translation>Folien auch als Bilder speichern</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>Larger is sharper, and a larger file.</source>
        <translation>Größer ist schärfer, und die Datei größer.</translation>
    </message>
    <message>
        <source>Automatic uses LibreOffice where it draws better.</source>
        <translation>Automatisch nutzt LibreOffice, wo es besser zeichnet.</translation>
    </message>
    <message>
        <source>One PNG for each slide, beside the video.</source>
        <translation>Ein PNG je Folie, neben dem Video.</translation>
    </message>
    <message>
        <source>Between slides</source>
        <translation>Zwischen Folien</translation>
    </message>
    <message>
        <source>How one slide gives way to the next.</source>
        <translation>Wie eine Folie in die nächste übergeht.</translation>
    </message>
    <message>
        <source>Silent slides</source>
        <translation>Stumme Folien</translation>
    </message>
    <message>
        <source>How long a slide stays on which nothing is said.</source>
        <translation>So lange bleibt eine Folie ohne Worte.</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>30 suits every player; 60 makes fades smoother.</source>
        <translation>60 macht Überblendungen weicher.</translation>
    </message>
    <message>
        <source>Slides drawn by</source>
        <translation>Folien gezeichnet von</translation>
    </message>
    <message>
        <source>Speed of speech</source>
        <translation>Sprechtempo</translation>
    </message>
    <message>
        <source>In words a minute; 165 is a calm talk.</source>
        <translation>In Wörtern je Minute; 165 ist ein ruhiger Vortrag.</translation>
    </message>
    <message>
        <source>Pitch of the voice</source>
        <translation>Tonhöhe der Stimme</translation>
    </message>
    <message>
        <source>50 is the voice&apos;s own.</source>
        <translation>50 ist die eigene der Stimme.</translation>
    </message>
    <message>
        <source>Pictures</source>
        <translation>Bilder</translation>
    </message>
</context>
<context>
    <name>NextRender</name>
    <message>
        <source>More settings</source>
        <translation>Mehr Einstellungen</translation>
    </message>
    <message>
        <source>Transitions, speed of speech, frame rate and the rest</source>
        <translation>Übergänge, Sprechtempo, Bildrate und alles Weitere</translation>
    </message>
    <message>
        <source>Fewer settings</source>
        <translation>Weniger Einstellungen</translation>
    </message>
</context>
<context>
    <name>NextSteps</name>
    <message>
        <source>Watch</source>
        <translation>Ansehen</translation>
    </message>
</context>
<context>
    <name>NothingFound</name>
    <message>
        <source>Show all</source>
        <translation>Alle zeigen</translation>
    </message>
    <message>
        <source>Clears the search and the filters</source>
        <translation>Leert die Suche und die Filter</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”.</source>
        <translation>Nichts gefunden für „{text}“.</translation>
    </message>
    <message>
        <source>There is nothing from this time.</source>
        <translation>Aus dieser Zeit gibt es nichts.</translation>
    </message>
    <message>
        <source>Nothing has failed.</source>
        <translation>Nichts ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Nothing is done yet.</source>
        <translation>Noch ist nichts fertig.</translation>
    </message>
    <message>
        <source>Nothing waits to be rendered.</source>
        <translation>Nichts wartet darauf, erstellt zu werden.</translation>
    </message>
</context>
<context>
    <name>Notice</name>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>Reads the deck and draws its slides again</source>
        <translation>Liest die Präsentation und zeichnet ihre Folien noch einmal</translation>
    </message>
    <message>
        <source>Shows the file in the file manager</source>
        <translation>Zeigt die Datei in der Dateiverwaltung</translation>
    </message>
    <message>
        <source>Close this message</source>
        <translation>Diese Meldung schließen</translation>
    </message>
</context>
<context>
    <name>PastChoices</name>
    <message>
        <source>Any time</source>
        <translation>Jederzeit</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>This week</source>
        <translation>Diese Woche</translation>
    </message>
    <message>
        <source>This month</source>
        <translation>Dieser Monat</translation>
    </message>
    <message>
        <source>This year</source>
        <translation>Dieses Jahr</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Neueste zuerst</translation>
    </message>
    <message>
        <source>Oldest first</source>
        <translation>Älteste zuerst</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Längste</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Zustand</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>Show past jobs of this time only</source>
        <translation>Nur vergangene Aufträge aus dieser Zeit zeigen</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>Reihenfolge</translation>
    </message>
    <message>
        <source>What comes first among past jobs</source>
        <translation>Was unter den vergangenen Aufträgen zuerst kommt</translation>
    </message>
</context>
<context>
    <name>PlayLine</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>How much of the preview has been played</source>
        <translation>Wie viel der Vorschau abgespielt ist</translation>
    </message>
</context>
<context>
    <name>PlayerPage</name>
    <message>
        <source>“{file}” is no longer in “{folder}”; render its deck again to have it back.</source>
        <translation>„{file}“ liegt nicht mehr in „{folder}“; erstellen Sie das Video erneut, um es zurückzubekommen.</translation>
    </message>
    <message>
        <source>Video</source>
        <translation>Video</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker</source>
        <translation>Dieser Computer hat keinen Lautsprecher</translation>
    </message>
    <message>
        <source>“{file}” cannot be played in this window; open it in the system’s player.</source>
        <translation>„{file}“ lässt sich in diesem Fenster nicht abspielen; öffnen Sie es im Player des Systems.</translation>
    </message>
</context>
<context>
    <name>PreferencesDialog</name>
    <message>
        <source>Preferences</source>
        <translation>Einstellungen</translation>
    </message>
    <message>
        <source>Delete after {n} days</source>
        <translation>Nach {n} Tagen löschen</translation>
    </message>
    <message>
        <source>Follow the system</source>
        <translation>Wie das System</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Hell</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Dunkel</translation>
    </message>
    <message>
        <source>Automatic ({size} on this computer)</source>
        <translation>Automatisch ({size} auf diesem Computer)</translation>
    </message>
    <message>
        <source>Keep them all</source>
        <translation>Alle behalten</translation>
    </message>
    <message>
        <source>&amp;Look</source>
        <translation>&amp;Aussehen</translation>
    </message>
    <message>
        <source>Light or dark; the system&apos;s own choice is followed where it has one.</source>
        <translation>Hell oder dunkel; wo das System eine eigene Wahl hat, gilt sie.</translation>
    </message>
    <message>
        <source>&amp;Memory of a render</source>
        <translation>Arbeits&amp;speicher für ein Video</translation>
    </message>
    <message>
        <source>A render that needs more is stopped, so that other programs keep theirs. Automatic is half of the computer&apos;s memory, from 1 to 8 GB. Counts from the next render on.</source>
        <translation>Braucht ein Video mehr, wird es angehalten, damit anderen Programmen ihr Speicher bleibt. Automatisch ist die Hälfte des Speichers, von 1 bis 8 GB. Gilt ab dem nächsten Video.</translation>
    </message>
    <message>
        <source>&amp;Space for finished slides</source>
        <translation>Platz für fertige &amp;Folien</translation>
    </message>
    <message>
        <source>Kept so that an interrupted or changed deck renders only what is missing; after each render the oldest make room.</source>
        <translation>Aufgehoben, damit bei einer unterbrochenen oder geänderten Präsentation nur das Fehlende erstellt wird; nach jedem Video weichen die ältesten.</translation>
    </message>
    <message>
        <source>&amp;Past jobs</source>
        <translation>&amp;Vergangene Aufträge</translation>
    </message>
    <message>
        <source>Jobs that ended longer ago leave the list when this window is closed, and at each start; their decks and videos stay.</source>
        <translation>Ältere Aufträge verlassen die Liste, wenn dieses Fenster geschlossen wird, und bei jedem Start; Präsentationen und Videos bleiben.</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>PresetChoice</name>
    <message>
        <source>Custom</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>These settings follow no preset; choose one, or save them as your own.</source>
        <translation>Diese Einstellungen folgen keiner Vorlage; wählen Sie eine, oder speichern Sie sie als eigene.</translation>
    </message>
</context>
<context>
    <name>PresetDesk</name>
    <message>
        <source>&amp;Save these settings as a preset…</source>
        <translation>Diese Einstellungen als Vorlage &amp;speichern…</translation>
    </message>
    <message>
        <source>&amp;Export this preset…</source>
        <translation>Diese Vorlage &amp;exportieren…</translation>
    </message>
    <message>
        <source>&amp;Import a preset…</source>
        <translation>Vorlage &amp;importieren…</translation>
    </message>
    <message>
        <source>&amp;Remove this preset</source>
        <translation>Diese Vorlage ent&amp;fernen</translation>
    </message>
    <message>
        <source>Save as a preset</source>
        <translation>Als Vorlage speichern</translation>
    </message>
    <message>
        <source>Presets</source>
        <translation>Vorlagen</translation>
    </message>
    <message>
        <source>The preset was exported to “{file}”.</source>
        <translation>Die Vorlage wurde nach „{file}“ exportiert.</translation>
    </message>
    <message>
        <source>Save, remove, import and export presets</source>
        <translation>Vorlagen speichern, entfernen, importieren und exportieren</translation>
    </message>
</context>
<context>
    <name>Preview</name>
    <message>
        <source>Slide {n} is played without its sound. {why}</source>
        <translation>Folie {n} wird ohne ihren Ton abgespielt. {why}</translation>
    </message>
    <message>
        <source>Preparing the sound…</source>
        <translation>Der Ton wird vorbereitet…</translation>
    </message>
    <message>
        <source>Preparing the next slide…</source>
        <translation>Die nächste Folie wird vorbereitet…</translation>
    </message>
</context>
<context>
    <name>ProblemPage</name>
    <message>
        <source>Slidecast cannot open its list of jobs</source>
        <translation>Slidecast kann seine Auftragsliste nicht öffnen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Erneut versuchen</translation>
    </message>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
</context>
<context>
    <name>Program</name>
    <message>
        <source>Your preferences could not be saved; make the folder “{folder}” writable.</source>
        <translation>Ihre Einstellungen ließen sich nicht speichern; erlauben Sie das Schreiben im Ordner „{folder}“.</translation>
    </message>
</context>
<context>
    <name>QueueMenu</name>
    <message>
        <source>&amp;Pause all</source>
        <translation>&amp;Alle anhalten</translation>
    </message>
    <message>
        <source>Pause after the &amp;current one</source>
        <translation>Nach dem &amp;laufenden anhalten</translation>
    </message>
    <message>
        <source>&amp;Go on</source>
        <translation>&amp;Fortsetzen</translation>
    </message>
    <message>
        <source>&amp;Retry all failed</source>
        <translation>Alle fe&amp;hlgeschlagenen wiederholen</translation>
    </message>
    <message>
        <source>When all is &amp;done</source>
        <translation>Wenn alles ferti&amp;g ist</translation>
    </message>
</context>
<context>
    <name>Recents</name>
    <message>
        <source>&amp;Clear this list</source>
        <translation>Diese Liste &amp;leeren</translation>
    </message>
</context>
<context>
    <name>Recorder</name>
    <message>
        <source>Use it</source>
        <translation>Verwenden</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>Verwerfen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Record again</source>
        <translation>Neu aufnehmen</translation>
    </message>
    <message>
        <source>Records what you say on this slide</source>
        <translation>Nimmt auf, was Sie zu dieser Folie sagen</translation>
    </message>
    <message>
        <source>Ends the recording; you can listen to it before you use it</source>
        <translation>Beendet die Aufnahme; Sie können sie anhören, bevor Sie sie verwenden</translation>
    </message>
    <message>
        <source>Records anew in place of this recording</source>
        <translation>Nimmt anstelle dieser Aufnahme neu auf</translation>
    </message>
    <message>
        <source>No microphone</source>
        <translation>Kein Mikrofon</translation>
    </message>
    <message>
        <source>Stop listening</source>
        <translation>Anhören beenden</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Plays this recording</source>
        <translation>Spielt diese Aufnahme ab</translation>
    </message>
    <message>
        <source>Not used yet: listen, then use it, discard it or record again.</source>
        <translation>Noch nicht verwendet: anhören, dann verwenden, verwerfen oder neu aufnehmen.</translation>
    </message>
    <message>
        <source>Speak now.</source>
        <translation>Sprechen Sie jetzt.</translation>
    </message>
    <message>
        <source>Starting the microphone…</source>
        <translation>Das Mikrofon startet…</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Makes this recording the sound of the slide</source>
        <translation>Macht diese Aufnahme zum Ton der Folie</translation>
    </message>
    <message>
        <source>Deletes this recording</source>
        <translation>Löscht diese Aufnahme</translation>
    </message>
    <message>
        <source>Microphone</source>
        <translation>Mikrofon</translation>
    </message>
    <message>
        <source>What you speak into</source>
        <translation>Worin Sie sprechen</translation>
    </message>
</context>
<context>
    <name>Refusal</name>
    <message>
        <source>Open in the system’s player</source>
        <translation>Im Player des Systems öffnen</translation>
    </message>
    <message>
        <source>Plays the video with this computer’s own program for videos</source>
        <translation>Spielt das Video mit dem Videoprogramm dieses Computers ab</translation>
    </message>
</context>
<context>
    <name>Rehearsal</name>
    <message>
        <source>The preview of this deck stopped unexpectedly; what you have changed is kept.</source>
        <translation>Die Vorschau dieser Präsentation wurde unerwartet beendet; Ihre Änderungen sind gespeichert.</translation>
    </message>
    <message>
        <source>Slidecast could not start its preview; restart Slidecast, or install it again.</source>
        <translation>Slidecast konnte die Vorschau nicht starten; starten Sie Slidecast neu oder installieren Sie es noch einmal.</translation>
    </message>
</context>
<context>
    <name>Removals</name>
    <message>
        <source>1 job was removed.</source>
        <translation>1 Auftrag wurde entfernt.</translation>
    </message>
    <message>
        <source>{n} jobs were removed.</source>
        <translation>{n} Aufträge wurden entfernt.</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
</context>
<context>
    <name>RemoveDialog</name>
    <message>
        <source>Remove and delete files</source>
        <translation>Entfernen und Dateien löschen</translation>
    </message>
    <message>
        <source>Delete the video of “{name}”?</source>
        <translation>Das Video von „{name}“ löschen?</translation>
    </message>
    <message>
        <source>Delete the videos of {n} jobs?</source>
        <translation>Die Videos von {n} Aufträgen löschen?</translation>
    </message>
    <message>
        <source>The captions and this row of the list go with it, for good. The deck stays.</source>
        <translation>Untertitel und Zeile in der Liste verschwinden mit, endgültig. Die Präsentation bleibt.</translation>
    </message>
    <message>
        <source>The captions and these rows of the list go with them, for good. The decks stay.</source>
        <translation>Untertitel und Zeilen in der Liste verschwinden mit, endgültig. Die Präsentationen bleiben.</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Behalten</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>Löschen</translation>
    </message>
</context>
<context>
    <name>ScriptField</name>
    <message>
        <source>As in the deck</source>
        <translation>Wie in der Präsentation</translation>
    </message>
    <message>
        <source>What is said on this slide, kept with this video; the notes in the deck stay as they are</source>
        <translation>Was zu dieser Folie gesprochen wird, gespeichert bei diesem Video; die Notizen der Präsentation bleiben, wie sie sind</translation>
    </message>
    <message>
        <source>Script of this slide</source>
        <translation>Sprechtext dieser Folie</translation>
    </message>
    <message>
        <source>Nothing is said on this slide. Write here what the voice is to say.</source>
        <translation>Zu dieser Folie wird nichts gesprochen. Schreiben Sie hier, was die Stimme sagen soll.</translation>
    </message>
    <message>
        <source>Script as in the deck</source>
        <translation>Sprechtext wie in der Präsentation</translation>
    </message>
    <message>
        <source>Says the notes of the deck again</source>
        <translation>Spricht wieder die Notizen der Präsentation</translation>
    </message>
    <message>
        <source>Your own sound is heard on this slide; the script becomes its captions.</source>
        <translation>Zu dieser Folie ist Ihr eigener Ton zu hören; der Sprechtext wird zu seinen Untertiteln.</translation>
    </message>
    <message>
        <source>&amp;Script</source>
        <translation>&amp;Sprechtext</translation>
    </message>
</context>
<context>
    <name>SeekBar</name>
    <message>
        <source>Position</source>
        <translation>Position</translation>
    </message>
    <message>
        <source>Left and right go five seconds, Page Up and Page Down a chapter</source>
        <translation>Links und rechts gehen fünf Sekunden, Bild auf und Bild ab ein Kapitel</translation>
    </message>
</context>
<context>
    <name>Session</name>
    <message>
        <source>The microphone has gone; what was said until then is kept.</source>
        <translation>Das Mikrofon ist nicht mehr da; was bis dahin gesprochen wurde, bleibt erhalten.</translation>
    </message>
    <message>
        <source>The recording cannot be written to “{folder}”; make room on that disk, and try again.</source>
        <translation>Die Aufnahme lässt sich nicht in „{folder}“ schreiben; schaffen Sie dort Platz und versuchen Sie es erneut.</translation>
    </message>
</context>
<context>
    <name>ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>Tastenkürzel</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
</context>
<context>
    <name>SlidePanel</name>
    <message>
        <source>Lea&amp;ve this slide out</source>
        <translation>Diese Folie aus&amp;lassen</translation>
    </message>
    <message>
        <source>Leave this slide out</source>
        <translation>Diese Folie auslassen</translation>
    </message>
    <message>
        <source>The slide is not in the video</source>
        <translation>Die Folie kommt im Video nicht vor</translation>
    </message>
    <message>
        <source>The chosen slide</source>
        <translation>Die gewählte Folie</translation>
    </message>
    <message>
        <source>Own sound</source>
        <translation>Eigener Ton</translation>
    </message>
</context>
<context>
    <name>SoundField</name>
    <message>
        <source>Choose…</source>
        <translation>Wählen…</translation>
    </message>
    <message>
        <source>Record…</source>
        <translation>Aufnehmen…</translation>
    </message>
    <message>
        <source>Drop a sound file here to be heard instead of the voice.</source>
        <translation>Ziehen Sie eine Tondatei hierher, die statt der Stimme zu hören sein soll.</translation>
    </message>
    <message>
        <source>Choose a sound</source>
        <translation>Ton wählen</translation>
    </message>
    <message>
        <source>A sound file is heard instead of the voice</source>
        <translation>Eine Tondatei ist statt der Stimme zu hören</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Schließen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Says this slide with your own voice</source>
        <translation>Spricht diese Folie mit Ihrer eigenen Stimme</translation>
    </message>
    <message>
        <source>Remove the sound</source>
        <translation>Ton entfernen</translation>
    </message>
    <message>
        <source>The voice is heard again</source>
        <translation>Die Stimme ist wieder zu hören</translation>
    </message>
    <message>
        <source>Choose a sound for this slide</source>
        <translation>Einen Ton für diese Folie wählen</translation>
    </message>
</context>
<context>
    <name>SoundKeeper</name>
    <message>
        <source>“{file}” could not be copied; check that it is still there and can be read.</source>
        <translation>„{file}“ ließ sich nicht kopieren; prüfen Sie, ob die Datei noch da ist und gelesen werden darf.</translation>
    </message>
    <message>
        <source>{file} could not be read; choose a WAV, MP3, M4A or FLAC file.</source>
        <translation>{file} konnte nicht gelesen werden; wählen Sie eine WAV-, MP3-, M4A- oder FLAC-Datei.</translation>
    </message>
</context>
<context>
    <name>Spotlight</name>
    <message>
        <source>Play from here</source>
        <translation>Ab hier abspielen</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Listen</source>
        <translation>Anhören</translation>
    </message>
    <message>
        <source>Stops playing (Ctrl+L)</source>
        <translation>Beendet das Abspielen (Strg+L)</translation>
    </message>
    <message>
        <source>Plays what is heard on this slide (Ctrl+L)</source>
        <translation>Spielt, was zu dieser Folie zu hören ist (Strg+L)</translation>
    </message>
    <message>
        <source>Play talk</source>
        <translation>Vortrag abspielen</translation>
    </message>
    <message>
        <source>Plays the talk from this slide to its end</source>
        <translation>Spielt den Vortrag von dieser Folie bis zum Ende</translation>
    </message>
</context>
<context>
    <name>Stage</name>
    <message>
        <source>Drawing this slide…</source>
        <translation>Diese Folie wird gezeichnet…</translation>
    </message>
</context>
<context>
    <name>Story</name>
    <message>
        <source>Story</source>
        <translation>Verlauf</translation>
    </message>
    <message>
        <source>What has happened to this job, line by line</source>
        <translation>Was mit diesem Auftrag geschehen ist, Zeile für Zeile</translation>
    </message>
    <message>
        <source>Copy for a bug report</source>
        <translation>Für einen Fehlerbericht kopieren</translation>
    </message>
    <message>
        <source>Copies versions, settings, story and errors</source>
        <translation>Kopiert Versionen, Einstellungen, Verlauf und Fehler</translation>
    </message>
    <message>
        <source>Show log</source>
        <translation>Protokoll zeigen</translation>
    </message>
    <message>
        <source>Shows the file in which Slidecast notes what it does</source>
        <translation>Zeigt die Datei, in der Slidecast notiert, was es tut</translation>
    </message>
</context>
<context>
    <name>StoryboardPage</name>
    <message>
        <source>Reading the deck…</source>
        <translation>Die Präsentation wird gelesen…</translation>
    </message>
    <message>
        <source>This talk has changes that are not rendered yet.</source>
        <translation>Dieser Vortrag hat Änderungen, die noch nicht im Video sind.</translation>
    </message>
    <message>
        <source>Every slide is left out; show at least one.</source>
        <translation>Alle Folien sind ausgelassen; zeigen Sie mindestens eine.</translation>
    </message>
</context>
<context>
    <name>Strip</name>
    <message>
        <source>Slides</source>
        <translation>Folien</translation>
    </message>
    <message>
        <source>The arrow keys and Page Up and Page Down choose a slide</source>
        <translation>Die Pfeiltasten, Bild auf und Bild ab wählen eine Folie</translation>
    </message>
</context>
<context>
    <name>TopBar</name>
    <message>
        <source>Slidecast</source>
        <translation>Slidecast</translation>
    </message>
    <message>
        <source>Add decks…</source>
        <translation>Präsentationen hinzufügen…</translation>
    </message>
    <message>
        <source>Render 1 deck</source>
        <translation>1 Video erstellen</translation>
    </message>
    <message>
        <source>Render {n} decks</source>
        <translation>{n} Videos erstellen</translation>
    </message>
    <message>
        <source>Render</source>
        <translation>Video erstellen</translation>
    </message>
    <message>
        <source>Start all decks that are ready ({keys})</source>
        <translation>Alle Präsentationen starten, die bereit sind ({keys})</translation>
    </message>
    <message>
        <source>Add a deck first</source>
        <translation>Fügen Sie zuerst eine Präsentation hinzu</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Suche</translation>
    </message>
    <message>
        <source>Finds jobs by deck, video, title, folder or error</source>
        <translation>Findet Aufträge nach Präsentation, Video, Titel, Ordner oder Fehler</translation>
    </message>
    <message>
        <source>Choose decks on this computer</source>
        <translation>Präsentationen auf diesem Computer auswählen</translation>
    </message>
</context>
<context>
    <name>Trouble</name>
    <message>
        <source>Technical details</source>
        <translation>Technische Einzelheiten</translation>
    </message>
    <message>
        <source>What an engineer would like to know</source>
        <translation>Was ein Entwickler gern wüsste</translation>
    </message>
</context>
<context>
    <name>VoiceChoice</name>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>No narration</source>
        <translation>Ohne Sprecher</translation>
    </message>
</context>
<context>
    <name>Volume</name>
    <message>
        <source>Mute</source>
        <translation>Stummschalten</translation>
    </message>
    <message>
        <source>Mute (M)</source>
        <translation>Stummschalten (M)</translation>
    </message>
    <message>
        <source>Sound on</source>
        <translation>Ton einschalten</translation>
    </message>
    <message>
        <source>Volume</source>
        <translation>Lautstärke</translation>
    </message>
    <message>
        <source>How loud it is, in percent</source>
        <translation>Wie laut es ist, in Prozent</translation>
    </message>
</context>
<context>
    <name>WarningList</name>
    <message>
        <source>Slide {n}</source>
        <translation>Folie {n}</translation>
    </message>
    <message>
        <source>Opens this slide, with its script</source>
        <translation>Öffnet diese Folie mit ihrem Sprechtext</translation>
    </message>
    <message>
        <source>Open slide {n}</source>
        <translation>Folie {n} öffnen</translation>
    </message>
</context>
<context>
    <name>Wording</name>
    <message>
        <source>Cut</source>
        <translation>Schnitt</translation>
    </message>
    <message>
        <source>Cross-fade</source>
        <translation>Überblendung</translation>
    </message>
    <message>
        <source>Automatic</source>
        <translation>Automatisch</translation>
    </message>
    <message>
        <source>Built in</source>
        <translation>Eingebaut</translation>
    </message>
    <message>
        <source>LibreOffice</source>
        <translation>LibreOffice</translation>
    </message>
    <message>
        <source>Deck</source>
        <translation>Präsentation</translation>
    </message>
    <message>
        <source>Length</source>
        <translation>Länge</translation>
    </message>
    <message>
        <source>File size</source>
        <translation>Dateigröße</translation>
    </message>
    <message>
        <source>Took</source>
        <translation>Dauer der Erstellung</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>Hinzugefügt</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>Größe</translation>
    </message>
    <message>
        <source>{width} × {height}</source>
        <translation>{width} × {height}</translation>
    </message>
    <message>
        <source>Voice</source>
        <translation>Stimme</translation>
    </message>
    <message>
        <source>Between slides</source>
        <translation>Zwischen Folien</translation>
    </message>
    <message>
        <source>Silent slides</source>
        <translation>Stumme Folien</translation>
    </message>
    <message>
        <source>{n} s each</source>
        <translation>je {n} s</translation>
    </message>
    <message>
        <source>Frames</source>
        <translation>Bildrate</translation>
    </message>
    <message>
        <source>{n} a second</source>
        <translation>{n} je Sekunde</translation>
    </message>
    <message>
        <source>Slides drawn by</source>
        <translation>Folien gezeichnet von</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>{n} words a minute</source>
        <translation>{n} Wörter je Minute</translation>
    </message>
    <message>
        <source>{came} (expected {expected})</source>
        <translation>{came} (erwartet {expected})</translation>
    </message>
    <message>
        <source>Waits for its turn.</source>
        <translation>Wartet, bis er an der Reihe ist.</translation>
    </message>
    <message>
        <source>Rendering has begun.</source>
        <translation>Das Video wird erstellt.</translation>
    </message>
    <message>
        <source>Paused.</source>
        <translation>Angehalten.</translation>
    </message>
    <message>
        <source>The video is done.</source>
        <translation>Das Video ist fertig.</translation>
    </message>
    <message>
        <source>Failed.</source>
        <translation>Fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>Abgebrochen.</translation>
    </message>
    <message>
        <source>Added to the list.</source>
        <translation>Zur Liste hinzugefügt.</translation>
    </message>
    <message>
        <source>Expected: {amounts}.</source>
        <translation>Erwartet: {amounts}.</translation>
    </message>
    <message>
        <source>Slide {n}: {text}</source>
        <translation>Folie {n}: {text}</translation>
    </message>
    <message>
        <source>There are no decks in “{folder}”.</source>
        <translation>In „{folder}“ sind keine Präsentationen.</translation>
    </message>
    <message>
        <source>The deck is no longer in “{folder}”</source>
        <translation>Die Präsentation ist nicht mehr in „{folder}“</translation>
    </message>
    <message>
        <source>The video could not be made.</source>
        <translation>Das Video konnte nicht erstellt werden.</translation>
    </message>
    <message>
        <source>{n} percent</source>
        <translation>{n} Prozent</translation>
    </message>
    <message>
        <source>Automatic voice</source>
        <translation>Automatische Stimme</translation>
    </message>
    <message>
        <source>No narration</source>
        <translation>Ohne Sprecher</translation>
    </message>
    <message>
        <source>Video goes beside the deck</source>
        <translation>Video kommt neben die Präsentation</translation>
    </message>
    <message>
        <source>Video goes to {folder}</source>
        <translation>Video kommt nach {folder}</translation>
    </message>
    <message>
        <source>Slide {n} of {count}</source>
        <translation>Folie {n} von {count}</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>noch {time}</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Warteschlange</translation>
    </message>
    <message>
        <source>Past</source>
        <translation>Vergangen</translation>
    </message>
    <message>
        <source>Waiting to render</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Rendering {n} of {count}</source>
        <translation>Video {n} von {count} wird erstellt</translation>
    </message>
    <message>
        <source>{words}, {time} left for this one</source>
        <translation>{words}, noch {time} für dieses</translation>
    </message>
    <message>
        <source>{words}, {time} left</source>
        <translation>{words}, noch {time}</translation>
    </message>
    <message>
        <source>Nothing is being rendered</source>
        <translation>Zurzeit wird nichts erstellt</translation>
    </message>
    <message>
        <source>1 deck is ready</source>
        <translation>1 Präsentation ist bereit</translation>
    </message>
    <message>
        <source>{n} decks are ready</source>
        <translation>{n} Präsentationen sind bereit</translation>
    </message>
    <message>
        <source>{words}, {n} of them</source>
        <translation>{words}, davon {n}</translation>
    </message>
    <message>
        <source>1 video is done</source>
        <translation>1 Video ist fertig</translation>
    </message>
    <message>
        <source>{n} videos are done</source>
        <translation>{n} Videos sind fertig</translation>
    </message>
    <message>
        <source>1 deck failed</source>
        <translation>1 Präsentation ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>{n} decks failed</source>
        <translation>{n} Präsentationen sind fehlgeschlagen</translation>
    </message>
    <message>
        <source>The video is {time} long.</source>
        <translation>Das Video ist {time} lang.</translation>
    </message>
    <message>
        <source>“{name}” is done</source>
        <translation>„{name}“ ist fertig</translation>
    </message>
    <message>
        <source>Watch</source>
        <translation>Ansehen</translation>
    </message>
    <message>
        <source>Show in folder</source>
        <translation>Im Ordner zeigen</translation>
    </message>
    <message>
        <source>“{name}” failed</source>
        <translation>„{name}“ ist fehlgeschlagen</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Zeigen</translation>
    </message>
    <message>
        <source>The list says why.</source>
        <translation>Die Liste sagt, warum.</translation>
    </message>
    <message>
        <source>Everything is rendered.</source>
        <translation>Alle Videos sind erstellt.</translation>
    </message>
    <message>
        <source>This computer has no loudspeaker; connect one or headphones to hear something.</source>
        <translation>Dieser Computer hat keinen Lautsprecher; schließen Sie einen oder Kopfhörer an, um etwas zu hören.</translation>
    </message>
    <message>
        <source>Sound and video need {packages}; install that, and start Slidecast again.</source>
        <translation>Ton und Video brauchen {packages}; installieren Sie das und starten Sie Slidecast neu.</translation>
    </message>
    <message>
        <source>This installation cannot play or record; install PySide6 again, with its Addons.</source>
        <translation>Diese Installation kann weder abspielen noch aufnehmen; installieren Sie PySide6 mit seinen Addons noch einmal.</translation>
    </message>
    <message>
        <source>Do &amp;nothing</source>
        <translation>&amp;Nichts tun</translation>
    </message>
    <message>
        <source>Open the &amp;folder</source>
        <translation>&amp;Ordner öffnen</translation>
    </message>
    <message>
        <source>&amp;Quit Slidecast</source>
        <translation>Slidecast &amp;beenden</translation>
    </message>
    <message>
        <source>No microphone was found; connect one to record.</source>
        <translation>Es wurde kein Mikrofon gefunden; schließen Sie eines an, um aufzunehmen.</translation>
    </message>
    <message>
        <source>macOS gives programs that are run by Python no microphone; record in QuickTime Player, and choose that file.</source>
        <translation>macOS gibt Programmen, die mit Python laufen, kein Mikrofon; nehmen Sie mit dem QuickTime Player auf, und wählen Sie diese Datei.</translation>
    </message>
    <message>
        <source>the settings of your system</source>
        <translation>den Einstellungen Ihres Systems</translation>
    </message>
    <message>
        <source>Slidecast may not use the microphone; allow it in {place}.</source>
        <translation>Slidecast darf das Mikrofon nicht benutzen; erlauben Sie es in {place}.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened; close other programs that use it, or allow it in {place}.</source>
        <translation>Das Mikrofon lässt sich nicht öffnen; schließen Sie andere Programme, die es benutzen, oder erlauben Sie es in {place}.</translation>
    </message>
    <message>
        <source>The microphone cannot be opened; close other programs that use it, or choose another one.</source>
        <translation>Das Mikrofon lässt sich nicht öffnen; schließen Sie andere Programme, die es benutzen, oder wählen Sie ein anderes.</translation>
    </message>
    <message>
        <source>{deck} with scripts</source>
        <translation>{deck} mit Sprechtexten</translation>
    </message>
    <message>
        <source>Save scripts into a copy of the deck</source>
        <translation>Sprechtexte in einer Kopie der Präsentation speichern</translation>
    </message>
    <message>
        <source>left out</source>
        <translation>ausgelassen</translation>
    </message>
    <message>
        <source>own sound</source>
        <translation>eigener Ton</translation>
    </message>
    <message>
        <source>narrated</source>
        <translation>gesprochen</translation>
    </message>
    <message>
        <source>silent</source>
        <translation>stumm</translation>
    </message>
    <message>
        <source>warning</source>
        <translation>Hinweis</translation>
    </message>
    <message>
        <source>Untitled slide</source>
        <translation>Folie ohne Titel</translation>
    </message>
    <message>
        <source>{n} left out</source>
        <translation>{n} ausgelassen</translation>
    </message>
    <message>
        <source>1 slide cannot be heard</source>
        <translation>1 Folie ist nicht zu hören</translation>
    </message>
    <message>
        <source>{n} cannot be heard</source>
        <translation>{n} sind nicht zu hören</translation>
    </message>
    <message>
        <source>measuring the length…</source>
        <translation>Länge wird gemessen…</translation>
    </message>
    <message>
        <source>This deck is being rendered; its slides can be changed when that has ended.</source>
        <translation>Dieses Video wird gerade erstellt; danach lassen sich die Folien ändern.</translation>
    </message>
    <message>
        <source>The finished video stays as it is; Render makes a new one with your changes.</source>
        <translation>Das fertige Video bleibt, wie es ist; „Rendern“ macht ein neues mit Ihren Änderungen.</translation>
    </message>
    <message>
        <source>The video that is being made stays as it is; Render makes another one with your changes.</source>
        <translation>Das Video, das gerade entsteht, bleibt, wie es ist; „Rendern“ macht ein weiteres mit Ihren Änderungen.</translation>
    </message>
    <message>
        <source>Render makes the video with your changes.</source>
        <translation>„Rendern“ macht das Video mit Ihren Änderungen.</translation>
    </message>
    <message>
        <source>Adding “{file}”…</source>
        <translation>„{file}“ wird hinzugefügt…</translation>
    </message>
    <message>
        <source>Own sound ({kind})</source>
        <translation>Eigener Ton ({kind})</translation>
    </message>
    <message>
        <source>Reading the deck</source>
        <translation>Präsentation wird gelesen</translation>
    </message>
    <message>
        <source>Drawing slides</source>
        <translation>Folien werden gezeichnet</translation>
    </message>
    <message>
        <source>Speaking</source>
        <translation>Text wird gesprochen</translation>
    </message>
    <message>
        <source>Making the video</source>
        <translation>Video entsteht</translation>
    </message>
    <message>
        <source>Finishing</source>
        <translation>Wird abgeschlossen</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Angehalten</translation>
    </message>
    <message>
        <source>Starting</source>
        <translation>Startet</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Missing</source>
        <translation>Fehlt</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>Geändert</translation>
    </message>
    <message>
        <source>a few seconds</source>
        <translation>ein paar Sekunden</translation>
    </message>
    <message>
        <source>about {n} seconds</source>
        <translation>etwa {n} Sekunden</translation>
    </message>
    <message>
        <source>about a minute</source>
        <translation>etwa eine Minute</translation>
    </message>
    <message>
        <source>about {n} minutes</source>
        <translation>etwa {n} Minuten</translation>
    </message>
    <message>
        <source>about {n} hours</source>
        <translation>etwa {n} Stunden</translation>
    </message>
    <message>
        <source>1 slide</source>
        <translation>1 Folie</translation>
    </message>
    <message>
        <source>{n} slides</source>
        <translation>{n} Folien</translation>
    </message>
    <message>
        <source>1 warning</source>
        <translation>1 Hinweis</translation>
    </message>
    <message>
        <source>{n} warnings</source>
        <translation>{n} Hinweise</translation>
    </message>
    <message>
        <source>Today</source>
        <translation>Heute</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gestern</translation>
    </message>
    <message>
        <source>{length} of video, {size}, {time} to render</source>
        <translation>{length} Video, {size}, {time} zum Erstellen</translation>
    </message>
    <message>
        <source>{length} of video, {size}</source>
        <translation>{length} Video, {size}</translation>
    </message>
    <message>
        <source>{time} to render</source>
        <translation>{time} zum Erstellen</translation>
    </message>
    <message>
        <source>The queue pauses after what is being rendered now; nothing else starts.</source>
        <translation>Die Warteschlange hält nach dem jetzigen Video an; nichts anderes startet.</translation>
    </message>
    <message>
        <source>The queue is paused; decks that wait start when you let it go on.</source>
        <translation>Die Warteschlange ist angehalten; wartende Präsentationen starten, wenn Sie sie fortsetzen.</translation>
    </message>
    <message>
        <source>Find the deck…</source>
        <translation>Präsentation suchen…</translation>
    </message>
    <message>
        <source>Choose where the deck is now, and render it from there</source>
        <translation>Wählen, wo die Präsentation jetzt ist, und das Video von dort erstellen</translation>
    </message>
    <message>
        <source>Save elsewhere…</source>
        <translation>Anderswo speichern…</translation>
    </message>
    <message>
        <source>Choose another folder for the video</source>
        <translation>Einen anderen Ordner für das Video wählen</translation>
    </message>
    <message>
        <source>Open slide {n}</source>
        <translation>Folie {n} öffnen</translation>
    </message>
    <message>
        <source>Look at the slide on which it failed</source>
        <translation>Die Folie ansehen, an der es scheiterte</translation>
    </message>
    <message>
        <source>Standard (1080p)</source>
        <translation>Standard (1080p)</translation>
    </message>
    <message>
        <source>Small file (720p)</source>
        <translation>Kleine Datei (720p)</translation>
    </message>
    <message>
        <source>Sharp (1440p)</source>
        <translation>Scharf (1440p)</translation>
    </message>
    <message>
        <source>Sharpest (4K)</source>
        <translation>Am schärfsten (4K)</translation>
    </message>
    <message>
        <source>Cross-fades (1080p)</source>
        <translation>Überblendungen (1080p)</translation>
    </message>
</context>
<context>
    <name>WrappedLabel</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
</context>
</TS>
