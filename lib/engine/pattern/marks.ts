/**
 * Which places a run has passed, without a set of its own for each run: one stretch of memory that runs share like a
 * stack, in which each leaves a mark that no other leaves.
 */
export class Marks {
  // As doubles: marks are counted up for as long as the browser is open
  private places = new Float64Array(1 << 12);
  private top = 0;
  private count = 0;

  /** The first place of a run. Runs that are opened later end earlier. */
  open(): number {
    return this.top;
  }

  /** Ends the run that began there. */
  close(base: number): void {
    this.top = base;
  }

  /** A mark that no run had. */
  next(): number {
    this.count += 1;
    return this.count;
  }

  /** Marks a place; whether it bore the mark already. */
  put(place: number, mark: number): boolean {
    if (place >= this.top) this.reach(place + 1);
    if (this.places[place] === mark) return true;
    this.places[place] = mark;
    return false;
  }

  private reach(top: number): void {
    this.top = top;
    if (top <= this.places.length) return;
    const wider = new Float64Array(2 * top);
    wider.set(this.places);
    this.places = wider;
  }
}
