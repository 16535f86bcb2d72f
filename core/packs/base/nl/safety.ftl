# Calm lines at the top of the agenda; each once per episode, none blocks anything.
safety-body-signs = Je noteerde een teken dat dringend kan zijn. Is het nu zo? Bel meteen het noodnummer en zeg wat je nam.
safety-desperate = Het is nu heel zwaar. Denk je aan zelfdoding, dan kan je nu met iemand praten, gratis en anoniem.
safety-suspicious-confused = Achterdocht of verwarring kan beangstigend zijn. Blijf bij iemand die je vertrouwt. Gaat het niet over, bel dan een arts of een van deze lijnen.
