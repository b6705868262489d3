"""A desktop for the window's tests: takes the notices a program sends to the session bus, clicks them, and counts what is on screen.

Prints a line of JSON for each notice. On its input: `click` clicks the last notice, `windows` prints how many are shown, `close` asks
those to close, `away` takes the keyboard from whichever has it.
"""

import ctypes
import json
import queue
import sys
import threading

from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME = "org.freedesktop.Notifications"
PATH = "/org/freedesktop/Notifications"
ANSWERS = {
    "GetCapabilities": ("as", (["body", "actions"],)),
    "GetServerInformation": ("ssss", ("desktop", "tests", "1", "1.2")),
    "CloseNotification": (None, ()),
}
IS_VIEWABLE = 2
CLIENT_MESSAGE = 33
SMALLEST = 200


class Attributes(ctypes.Structure):
    """Xlib's XWindowAttributes, as far as it is read here."""

    _fields_ = [
        ("x", ctypes.c_int),
        ("y", ctypes.c_int),
        ("width", ctypes.c_int),
        ("height", ctypes.c_int),
        ("border_and_depth", ctypes.c_int * 2),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        ("classes", ctypes.c_int * 4),
        ("planes", ctypes.c_ulong * 2),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        ("installed", ctypes.c_int),
        ("map_state", ctypes.c_int),
        ("rest", ctypes.c_long * 16),
    ]


class ClientMessage(ctypes.Structure):
    """Xlib's XClientMessageEvent, as large as its XEvent."""

    _fields_ = [
        ("type", ctypes.c_int),
        ("serial", ctypes.c_ulong),
        ("sent", ctypes.c_int),
        ("display", ctypes.c_void_p),
        ("window", ctypes.c_ulong),
        ("message", ctypes.c_ulong),
        ("format", ctypes.c_int),
        ("data", ctypes.c_long * 5),
        ("rest", ctypes.c_long * 12),
    ]


# a window may go while it is looked at; Xlib would end this program for it
IGNORED = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)(lambda display, error: 0)


def screen():
    """Xlib, the display and its lowest window."""
    xlib = ctypes.CDLL("libX11.so.6")
    xlib.XSetErrorHandler(IGNORED)
    xlib.XOpenDisplay.restype = ctypes.c_void_p
    xlib.XDefaultRootWindow.restype = ctypes.c_ulong
    display = ctypes.c_void_p(xlib.XOpenDisplay(None))
    return xlib, display, ctypes.c_ulong(xlib.XDefaultRootWindow(display))


def away():
    """Nobody types into any window from now on."""
    xlib, display, top = screen()
    xlib.XSetInputFocus(display, top, 0, ctypes.c_ulong(0))
    xlib.XCloseDisplay(display)


def close():
    """What a click on a window's close button asks of it."""
    xlib, display, _ = screen()
    xlib.XInternAtom.restype = ctypes.c_ulong
    protocols, delete = (xlib.XInternAtom(display, name, 0) for name in (b"WM_PROTOCOLS", b"WM_DELETE_WINDOW"))
    for window in windows():
        asked = ClientMessage(type=CLIENT_MESSAGE, window=window, message=protocols, format=32)
        asked.data[0] = delete
        xlib.XSendEvent(display, ctypes.c_ulong(window), 0, ctypes.c_long(0), ctypes.byref(asked))
    xlib.XCloseDisplay(display)


def windows():
    """The windows shown, tooltips and the like aside."""
    xlib, display, top = screen()
    root, parent = ctypes.c_ulong(), ctypes.c_ulong()
    children, count = ctypes.POINTER(ctypes.c_ulong)(), ctypes.c_uint()
    xlib.XQueryTree(display, top, *map(ctypes.byref, (root, parent, children, count)))
    shown = []
    for at in range(count.value):
        seen = Attributes()
        xlib.XGetWindowAttributes(display, ctypes.c_ulong(children[at]), ctypes.byref(seen))
        if seen.map_state == IS_VIEWABLE and seen.width > SMALLEST:
            shown.append(children[at])
    xlib.XCloseDisplay(display)
    return shown


def say(**line):
    print(json.dumps(line), flush=True)


def answer(bus, message, given):
    """Answers a call; the id of the last notice."""
    member = message.header.fields.get(HeaderFields.member)
    if member == "Notify":
        _, _, _, title, body, actions, _, _ = message.body
        say(notice=body, title=title, actions=actions)
        bus.send(new_method_return(message, "u", (given + 1,)))
        return given + 1
    if member in ANSWERS:
        bus.send(new_method_return(message, *ANSWERS[member]))
    else:
        bus.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
    return given


def main():
    bus = open_dbus_connection("SESSION")
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    asked = queue.Queue()
    threading.Thread(target=lambda: [asked.put(line.strip()) for line in sys.stdin], daemon=True).start()
    here = DBusAddress(PATH, interface=NAME)
    given = 0
    say(ready=True)
    while True:
        try:
            message = bus.receive(timeout=0.1)
            if message.header.message_type == MessageType.method_call:
                given = answer(bus, message, given)
        except TimeoutError:
            pass
        while not asked.empty():
            word = asked.get()
            if word == "click":
                bus.send(new_signal(here, "ActionInvoked", "us", (given, "default")))
            elif word == "close":
                close()
            elif word == "away":
                away()
                say(away=True)
            elif word == "windows":
                say(windows=len(windows()))


main()
