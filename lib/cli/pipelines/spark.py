"""Reviews a file with Spark: a process of the audit for each partition.

    npm run -s audit -- export.csv --to replies --out replies.jsonl
    spark-submit lib/cli/pipelines/spark.py .output/audit replies.jsonl reviews 64

The folder .output/audit must be at the same place on all workers (it needs Node and nothing else). The last number is
how many partitions there are at least: each process takes a second or two to get ready.
"""

import sys

from pyspark.sql import SparkSession

command, replies, reviews, partitions = sys.argv[1:]

spark = SparkSession.builder.appName("reframe-audit").getOrCreate()
lines = spark.sparkContext.textFile(replies, minPartitions=int(partitions))
# Not checked by its exit code: 1 says that some lines were bad, and each says so in its own row.
lines.pipe(f"node {command}/audit.js -").saveAsTextFile(reviews)
spark.stop()
