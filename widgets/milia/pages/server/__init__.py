"""The dashboard: every lesson is a page in memory, and a kernel exists only where one is needed.

A request goes through the door (door.py: how many, how big, how slow), is heard (exchange.py: who
is asked for, what is answered), and gets a page that the library holds (library.py), made ahead
in processes of their own (making.py). A lesson whose widgets need Python is Voilà's (kernels.py).
"""
