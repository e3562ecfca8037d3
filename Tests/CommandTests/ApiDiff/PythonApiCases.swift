/// Pairs of Python packages and the changes between them, as `effect kind symbol detail`.
///
/// `__init__.py` of `shop` is empty unless a case says otherwise.
enum PythonApiCases {
  static let text = """
    # an empty constructor goes, and one that does nothing comes
    --- old shop/bells.py
    class Bell:
        def __init__(self):
            pass
    class Gong:
        def ring(self): ...
    --- new shop/bells.py
    class Bell:
        volume = 3
    class Gong:
        def __init__(self):
            self.size = 2
        def ring(self): ...
    --- expect
    extends added shop.bells.Bell.volume
    # a constructor goes that took something
    --- old shop/bells.py
    class Bell:
        def __init__(self, metal): ...
    --- new shop/bells.py
    class Bell:
        pass
    --- expect
    breaks parameter-removed shop.bells.Bell.__init__ metal
    # a constructor comes that requires something
    --- old shop/bells.py
    class Bell:
        pass
    --- new shop/bells.py
    class Bell:
        def __init__(self, metal): ...
    --- expect
    breaks required-parameter-added shop.bells.Bell.__init__ metal
    # a foreign base gives way to one that inherits from it
    --- old shop/feeds.py
    import torch.utils.data as data
    from collections import abc
    class Feed(data.Dataset): ...
    class Table(abc.Mapping): ...
    class Broken(Exception): ...
    --- new shop/feeds.py
    import torch.utils.data as data
    class Feed(data.IterableDataset): ...
    class Table(dict): ...
    class Broken(KeyError): ...
    --- expect
    # a foreign base gives way to its parent
    --- old shop/feeds.py
    class Broken(KeyError): ...
    --- new shop/feeds.py
    class Broken(Exception): ...
    --- expect
    breaks base-removed shop.feeds.Broken KeyError
    # another project's class of the same name
    --- old shop/nets.py
    from torch import nn
    class Net(nn.Module): ...
    --- new shop/nets.py
    from flax import linen as nn
    class Net(nn.Module): ...
    --- expect
    breaks base-removed shop.nets.Net torch.nn.Module
    # the same class by another of its project's paths
    --- old shop/nets.py
    from torch import nn
    class Net(nn.Module): ...
    --- new shop/nets.py
    from torch.nn.modules import Module
    class Net(Module): ...
    --- expect
    # attributes set by unpacking, in other methods and as buffers
    --- old shop/scales.py
    class Scale:
        def __init__(self, left, right, unit):
            self.left = left
            self.right = right
            self.unit = unit
    --- new shop/scales.py
    class Scale:
        def __init__(self, left, right, unit):
            (self.left, self.right) = left, right
            self.reset(unit)
        def reset(self, unit):
            self.unit: str = unit
    --- expect
    extends added shop.scales.Scale.reset
    # constants and class attributes set by unpacking
    --- old shop/sizes.py
    SMALL = 1
    LARGE = 9
    class Range:
        low = 0
        high = 1
    --- new shop/sizes.py
    SMALL, LARGE = 1, 9
    class Range:
        low, high = 0, 1
    --- expect
    # attributes named by with, and by object.__setattr__
    --- old shop/logs.py
    class Log:
        def __init__(self, file, level):
            self.file = file
            self.level = level
    --- new shop/logs.py
    class Log:
        def __init__(self, file, level):
            object.__setattr__(self, "level", level)
            with file as self.file:
                pass
    --- expect
    # a folder of a package without an __init__.py
    --- old shop/__init__.py
    from shop._src.pens import Pen, Quill
    --- old shop/_src/pens.py
    class Pen: ...
    class Quill: ...
    --- new shop/__init__.py
    from shop._src.pens import Pen
    --- new shop/_src/pens.py
    class Pen: ...
    --- expect
    breaks removed shop.Quill
    # a type statement
    --- old shop/rounds.py
    type Score = tuple[int, int]
    def play() -> Score: ...
    --- new shop/rounds.py
    type Score = tuple[int, str]
    def play() -> Score: ...
    --- expect
    alters value-changed shop.rounds.Score
    alters return-changed shop.rounds.play
    # attributes that a loop over names sets
    --- old shop/scales.py
    class Scale:
        def __init__(self, left):
            self.left = left
    --- new shop/scales.py
    class Scale:
        def __init__(self, left):
            for key, value in {"left": left}.items():
                setattr(self, key, value)
    --- expect
    # an attribute goes although its parameter stays, with another default
    --- old shop/scales.py
    class Scale:
        def __init__(self, unit="kg", limit=9):
            self.unit = unit
            self.limit = limit
    --- new shop/scales.py
    class Scale:
        def __init__(self, unit=None, limit=9):
            self.label = str(unit)
            self.bound = limit
    --- expect
    breaks removed shop.scales.Scale.limit
    breaks removed shop.scales.Scale.unit
    alters default-changed shop.scales.Scale.__init__ unit
    # keywords are no longer swallowed
    --- old shop/tills.py
    def pay(amount, **options): ...
    def refund(**options): ...
    --- new shop/tills.py
    def pay(amount): ...
    def refund(*, reason=None): ...
    --- expect
    breaks parameter-removed shop.tills.pay **options
    breaks parameter-removed shop.tills.refund **options
    extends parameter-added shop.tills.refund reason
    # one decorator that names a place says nothing of what is public
    --- old shop/__init__.py
    from .toys import Ball, Kite, spin
    --- old shop/toys.py
    def shelf_export(place):
        return lambda thing: thing
    class Ball: ...
    class Kite: ...
    @shelf_export("shop.toys")
    def spin(speed): ...
    --- new shop/__init__.py
    from .toys import Ball, spin
    --- new shop/toys.py
    def shelf_export(place):
        return lambda thing: thing
    class Ball: ...
    @shelf_export("shop.toys")
    def spin(speed): ...
    --- expect
    breaks removed shop.Kite
    # decorators that name all that a package re-exports do
    --- old shop/__init__.py
    from .toys import Ball, spin
    --- old shop/toys.py
    from .tools import shop_export
    @shop_export("shop.Ball")
    class Ball: ...
    @shop_export("shop.play.spin")
    def spin(speed): ...
    def oil(axle): ...
    --- old shop/tools.py
    def shop_export(path):
        return lambda thing: thing
    --- new shop/__init__.py
    from .toys import Ball
    --- new shop/toys.py
    from .tools import shop_export
    @shop_export("shop.Ball")
    class Ball: ...
    --- new shop/tools.py
    def shop_export(path):
        return lambda thing: thing
    --- expect
    breaks removed shop.play
    # a return type behind a name
    --- old shop/rounds.py
    from typing import Tuple, Union
    Score = Tuple[int, int]
    Place = Union[int, str]
    def play() -> Score: ...
    def where() -> Place: ...
    --- new shop/rounds.py
    from typing import Tuple, Union
    Score = Tuple[int, int, float]
    Place = Union[str, int]
    def play() -> Score: ...
    def where() -> Tuple[Place, bool]: ...
    --- expect
    alters value-changed shop.rounds.Score
    alters return-changed shop.rounds.play
    alters return-changed shop.rounds.where
    # another name for the same type
    --- old shop/rounds.py
    from typing import Optional
    def best() -> Optional[int]: ...
    --- new shop/rounds.py
    from typing import Optional
    Best = Optional[int]
    def best() -> Best: ...
    --- expect
    extends added shop.rounds.Best
    # names that a module hands out when asked
    --- old shop/__init__.py
    _LATER = {"Crane": ".lifts", "Hoist": (".lifts", "SmallCrane")}
    def __getattr__(name):
        if name in _LATER:
            return load(_LATER[name])
        if name in ("Winch", "Jack"):
            from . import lifts
            return getattr(lifts, name)
        raise AttributeError(name)
    --- old shop/lifts.py
    class Crane: ...
    class SmallCrane: ...
    --- new shop/__init__.py
    _LATER = {"Crane": ".lifts"}
    def __getattr__(name):
        return load(_LATER[name])
    --- new shop/lifts.py
    class Crane: ...
    class SmallCrane: ...
    --- expect
    breaks removed shop.Jack
    breaks removed shop.Winch
    breaks moved shop.Hoist
    # a module stops answering for names that it does not list
    --- old shop/__init__.py
    def __getattr__(name):
        return getattr(load("lifts"), name)
    --- new shop/__init__.py
    VERSION = "2"
    --- expect
    breaks removed shop.__getattr__
    extends added shop.VERSION
    # a class stops answering for attributes that it does not have
    --- old shop/boxes.py
    class Box:
        def __getattr__(self, name):
            return getattr(self.inner, name)
    --- new shop/boxes.py
    class Box:
        size = 1
    --- expect
    breaks removed shop.boxes.Box.__getattr__
    extends added shop.boxes.Box.size
    # a package comes beside loose modules
    --- bare
    --- old plot.py
    def draw(curve): ...
    --- new plot.py
    def draw(curve): ...
    --- new inks/__init__.py
    def mix(red, blue): ...
    --- expect
    extends added inks
    # what only a script sets
    --- old shop/run.py
    LIMIT = 3
    if __name__ == "__main__":
        ROUNDS = 4
        def main(): ...
    --- new shop/run.py
    LIMIT = 3
    --- expect
    # a module that can no longer be imported
    --- old shop/olden.py
    def weigh(load): ...
    --- new shop/olden.py
    raise ImportError("shop.olden is now a package of its own: shop-olden")
    --- expect
    breaks removed shop.olden
    # a decorator deprecates a parameter, and not the function
    --- old shop/taps.py
    def pour(glass, speed=1): ...
    --- new shop/taps.py
    @deprecated_arg(name="speed", since="1.2", removed="2.0", new_name="rate")
    def pour(glass, speed=1): ...
    --- expect
    extends deprecated shop.taps.pour speed
    # removals that were announced, and one that was not
    --- old shop/taps.py
    import warnings
    def drain(glass):
        warnings.warn("drain is deprecated, call empty", DeprecationWarning)
    @deprecated("use fill")
    def pour(glass): ...
    def sip(glass): ...
    --- new shop/taps.py
    FULL = 1
    --- expect
    breaks removed shop.taps.drain announced
    breaks removed shop.taps.pour announced
    breaks removed shop.taps.sip
    extends added shop.taps.FULL
    # a deleted base and its heirs
    --- old shop/beasts.py
    class Beast:
        def feed(self): ...
    class Cat(Beast): ...
    class Dog(Beast): ...
    class Cow(Beast): ...
    --- new shop/beasts.py
    class Cat:
        def feed(self): ...
    class Dog:
        def feed(self): ...
    --- expect
    breaks removed shop.beasts.Beast
    # a base lost by the class that others inherit from
    --- old shop/beasts.py
    class Toy: ...
    class Beast(Toy): ...
    class Cat(Beast): ...
    --- new shop/beasts.py
    class Toy: ...
    class Beast: ...
    class Cat(Beast): ...
    --- expect
    breaks base-removed shop.beasts.Beast shop.beasts.Toy
    # a member lost by a base is told there
    --- old shop/beasts.py
    class Beast:
        def feed(self, food): ...
    class Cat(Beast):
        def feed(self, food, bowl=None): ...
    --- new shop/beasts.py
    class Beast:
        legs = 4
    class Cat(Beast):
        lives = 9
    --- expect
    breaks removed shop.beasts.Beast.feed
    extends added shop.beasts.Beast.legs
    extends added shop.beasts.Cat.lives
    # a corrected name, and the name that users import
    --- old shop/__init__.py
    from ._taps import pour_cofee, brew as b, brew
    --- old shop/_taps.py
    def pour_cofee(cup, sugar): ...
    def brew(beans, water=2): ...
    --- new shop/__init__.py
    from ._taps import pour_coffee, brew as b, brew
    --- new shop/_taps.py
    def pour_coffee(cup, sugar): ...
    def brew(beans, water=3): ...
    --- expect
    breaks renamed shop.pour_cofee
    alters default-changed shop.brew water
    """
}
