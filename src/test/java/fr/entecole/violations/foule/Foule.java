package fr.entecole.violations.foule;

/// More types than one shelf holds.
class Foule {}

class FouleA {}

class FouleB {}

class FouleC {}

class FouleD {}

class FouleE {}

class FouleF {}

class FouleG {}

class FouleH {}

class FouleI {}

class FouleJ {}

class FouleK {}

class FouleL {}

class FouleM {}

class FouleN {}

class FouleO {}

class FouleP {}

class FouleQ {}

class FouleR {}

class FouleS {}

class FouleT {}

class FouleU {}

class FouleV {}

class FouleW {}

class FouleX {}

class FouleY {}
