"""A desktop's notification server on the session bus: it writes what it is shown, and clicks what it is told to.

Stdout has a JSON line for each notification; "2 open" on stdin clicks the button "open" of the second.
"""

import json
import os

from PySide6.QtCore import ClassInfo, QCoreApplication, QObject, QSocketNotifier, Signal, Slot
from PySide6.QtDBus import QDBusConnection

SERVICE = "org.freedesktop.Notifications"


@ClassInfo({"D-Bus Interface": SERVICE})
class Server(QObject):
    ActionInvoked = Signal("uint", str)

    count = 0

    @Slot(result=str)
    def GetServerInformation(self) -> str:
        return "Test"

    @Slot(str, "uint", str, str, str, "QStringList", "QVariantMap", int, result="uint")
    def Notify(self, *notice: object) -> int:
        self.count += 1
        print(json.dumps(notice), flush=True)
        return self.count

    @Slot()
    def click(self) -> None:
        for line in os.read(0, 4096).decode().splitlines():
            number, action = line.split()
            self.ActionInvoked.emit(int(number), action)


app = QCoreApplication([])
server = Server()
listener = QSocketNotifier(0, QSocketNotifier.Type.Read)
listener.activated.connect(server.click)
bus = QDBusConnection.sessionBus()
exported = QDBusConnection.RegisterOption.ExportAllContents
assert bus.registerObject("/org/freedesktop/Notifications", server, exported)
assert bus.registerService(SERVICE)
print(json.dumps("ready"), flush=True)
app.exec()
